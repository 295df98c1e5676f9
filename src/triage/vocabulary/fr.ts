import type { Vocabulary } from './vocabulary.ts';

const person = "(?:humain|personne|agent|opérateur|technicien(?:ne)?|conseill(?:er|ère)|quelqu'un|collègue)";
const ticket = '(?:tickets?|incidents?|demandes?|dossiers?|requêtes?)';

export const fr: Vocabulary = {
  acts: {
    greeting: ['bonjour|bonsoir|salut|coucou|ça va|comment (?:ça va|allez-vous|vas-tu)|bonne journée à tous|hello'],
    thanks: [
      "merci (?:beaucoup |bien )?(?:pour|de) (?:l'aide|votre aide|ton aide|tout)|merci(?: (?:beaucoup|bien|infiniment|à (?:tous|toi|vous)))?|mille mercis|je (?:te|vous) remercie|c'est (?:très )?gentil|remerciements",
    ],
    goodbye: [
      "au revoir|à (?:bientôt|demain|plus(?: tard)?|la prochaine|tout à l'heure)|adieu|ciao|bonne (?:journée|soirée|nuit|fin de journée)|bon week-?end|c'est tout",
    ],
    praise: [
      "bravo|bon (?:travail|boulot)|beau travail|excellent(?: travail| service)?|génial|formidable|super (?:travail|boulot|service)|fantastique|vous êtes (?:les meilleurs|super|géniaux)|tu es (?:le meilleur|génial|super)|j'adore",
    ],
    smallTalk: [
      "(?:es-tu|êtes-vous|tu es|vous êtes|est-ce que je parle à|je parle à)(?: \\p{L}+){0,3} (?:bot|robot|machine|humain|ia)|qui (?:es-tu|êtes-vous)|comment (?:tu t'appelles|t'appelles-tu)|haha+|mdr|lol|test",
    ],
    reply: [
      "oui+|ouais|bien sûr|d'accord|exact(?:ement)?|c'est (?:ça|bon|exact|juste|faux)|vas-y|allez-y|non+|pas (?:la peine|besoin|maintenant|encore)|jamais|laisse(?:z)? tomber|annule[rz]?|aucun(?:e)?|je ne sais pas|mon (?:e-?mail|mail|adresse|nom|numéro) est (?:@mail|0)|@mail|0+|haute|moyenne|basse|faible",
    ],
    help: [
      `(?:j'ai |on a |nous avons )?besoin (?:d'aide|d'assistance|d'un coup de main)|(?:peux-tu|pouvez-vous|pourriez-vous|tu peux|vous pouvez)(?: (?:\\p{L}|')+){0,2}(?: |')?aider|aide[rz]?(?:-moi)?|au secours|(?:j'ai|on a|il y a) (?:un|une|des|quelques) (?:problèmes?|questions?|soucis?|pannes?)|problème|souci|que (?:peux-tu|pouvez-vous) faire|(?:ouvrir|créer|faire|déclarer|signaler) (?:un|une) (?:nouveau |nouvelle )?${ticket}`,
    ],
    human: [
      `(?:parler|discuter|échanger|contacter|joindre|transférer|transférez-moi|passez-moi|mettez-moi|veux|voudrais|préfère)(?: (?:à|avec|en|relation|contact|un|une|le|la|vrai|vraie|autre))* ?${person}|(?:vrai|vraie|véritable) ${person}|${person} (?:réel(?:le)?|s'il (?:vous|te) plaît|svp|humain)|pas (?:à |avec )?(?:un |une )?(?:bot|robot|machine)|(?:rappelez|appelez)-moi`,
    ],
    status: [
      `(?:état|statut|avancement|nouvelles|suivi|où en (?:est|sont))(?: [\\p{L}']+){0,3} ${ticket}|(?:est-ce que|quand|qu'en est-il de|comment avance)(?: [\\p{L}']+){0,3} (?:mon|ma|mes|le|la) ${ticket}|(?:des|du|quelles|avez-vous des) (?:nouvelles|nouveau)|où en (?:êtes-vous|est-on|est-ce)|j'attends toujours|toujours pas de (?:réponse|nouvelles)`,
    ],
    outOfScope: [
      "météo|temps (?:fait-il|qu'il fait)|pluie|pleut|neige|pizza|déjeuner|dîner|repas|faim|restaurant|recette|cuisiner|bière|taxi|hôtel|film|chanson|musique|blague|football|foot|sport|loto|horoscope|frigo|réfrigérateur|lave-linge|machine à laver|lave-vaisselle|four|micro-ondes|télé(?:vision|viseur)?|voiture|vélo|chauffage|capitale|président|racine carrée|sens de la vie|quelle heure|quel jour|poème|devoirs|politique",
    ],
  },
  fillers:
    "et ou le la les un une des de du d à au aux pour par avec très beaucoup bien votre ton ta vos tes aide tous toutes équipe tout le monde vous toi moi je c'est ça est ok okay super parfait s'il te plaît svp stp alors maintenant aujourd'hui encore rapide réponse",
  things:
    'accès application appli badge batterie calendrier caméra chargeur câble clavier compte connexion dossier disque écran fichier imprimante internet intranet licence logiciel mail messagerie micro moniteur mot-de-passe navigateur ordinateur pc portable portail projecteur réseau scanner serveur site son souris système tablette téléphone toner vpn wifi excel outlook teams passe casque session',
  kinds: {
    incident: [
      "ne (?:\\p{L}+ )?(?:\\p{L}+ )?(?:pas|plus|rien)|n'\\p{L}+ (?:pas|plus)|(?:marche|fonctionne|démarre|répond|s'allume|s'ouvre) (?:pas|plus)|impossible|erreurs?|panne|en panne|cassée?|bloquée?|plant(?:e|é|age)|lente?|lenteur|coupures?|coupé|perdue?|disparu|volée?|virus|phishing|hameçonnage|piratée?|expirée?|refusée?|problèmes?|souci|gelée?|figée?|bug|hors service|bourrage",
    ],
    request: [
      "(?:j'ai|nous avons|on a) besoin|besoin|voudra(?:is|it)|voudrions|souhait(?:e|ons|erais)|demande[rz]?|s'il (?:te|vous) plaît|merci (?:de|d')|pouvez-vous|pourriez-vous|peux-tu|peut-on|puis-je|install(?:er|ez)|commander|réinitialise[rz]?|créer|accès (?:à|au|aux)|droits?|licences?|nouve(?:au|l|lle) (?:portable|ordinateur|pc|téléphone|écran|souris|clavier|compte|collègue|employée?|utilisateur)|débloquer|oublié|remplacement",
    ],
    question: [
      "^(?:bonjour |salut )?(?:comment|que|quel(?:le|s|les)?|qu'est-ce|où|quand|pourquoi|qui|est-ce|y a-t-il|peut-on|combien)|comment (?:puis-je|faire|on)|est-il possible|est-ce (?:que|possible)|existe-t-il|quelqu'un sait|recommand\\p{L}+|alternatives?|différence entre|question",
    ],
    problem: [
      'cause (?:racine|profonde)|encore et (?:encore|toujours)|chaque (?:jour|fois|semaine)|tous les jours|récurrent(?:e|s)?|à répétition|de nouveau|sans cesse|0e? fois|solution (?:définitive|permanente)|erreur connue',
    ],
    change: [
      'demande de changement|fenêtre de (?:maintenance|changement)|maintenance (?:planifiée|programmée)|migr(?:er|ation)|déploi(?:ement|er)|déployer|règle (?:de|du) pare-feu|mise en production|bascule',
    ],
  },
  facts: {
    errorText: ['erreur 0|code|message|affiche|dit|0x0\\w*|«[^»]{4,}»|"[^"]{4,}"'],
    since: [
      "depuis|hier|aujourd'hui|ce (?:matin|midi|soir)|cette (?:semaine|nuit)|il y a (?:0|un|une|quelques) ?\\p{L}*|après|lundi|mardi|mercredi|jeudi|vendredi",
    ],
    affected: [
      "tous|toutes|tout le monde|personne|plusieurs|équipe|service|collègues|(?:que|juste) moi|mon|ma|mes|je|j'ai|utilisateurs",
    ],
    forWhom: [
      'pour (?:moi|mon|ma|un|une|notre|nous|le|la)|mon|ma|mes|moi|je|nouve(?:au|l|lle) (?:collègue|employée?|arrivante?)',
    ],
  },
};
