import type { Level } from '../tickets/ticket.ts';
import type { Guess } from './assistant.ts';
import { anyPhrase, plainly } from './plain-words.ts';

const everyone = anyPhrase([
  'everyone|everybody|(?:nobody|no one) (?:can|here|is able)|(?:whole|entire) (?:office|company|floor|building|site|department|organi[sz]ation|business)|all (?:users|staff|employees|customers|of us|sites|offices)|company[- ]?wide|site[- ]?wide|production (?:is )?down|major (?:incident|outage)',
  'bei allen|für alle|alle (?:kollegen|nutzer|benutzer|mitarbeiter|standorte)|(?:niemand|keiner) (?:kann|kommt)|(?:ganze[ns]?|gesamte[nrs]?) (?:firma|abteilung|büro|standort|unternehmen|gebäude)|firmenweit|flächendeckend',
  'todos (?:los \\p{L}+|estamos)?|nadie puede|toda la (?:oficina|empresa|planta)|todo el (?:edificio|departamento|mundo)',
  "tout le monde|personne (?:ne|n)|tous les (?:utilisateurs|collègues|sites|employés)|toute (?:la société|l’entreprise|l'entreprise|l'équipe)|tout le (?:bâtiment|bureau|site)",
  'toda a (?:gente|empresa|equipe)|todos os (?:usuários|utilizadores|colegas|funcionários)|ninguém (?:consegue|pode)|todo o (?:escritório|prédio|departamento)',
]);
const several = anyPhrase([
  '(?:our|my|the) (?:whole |entire )?(?:team|department|group)|(?:several|many|multiple|some|a few|0) (?:people|of us|colleagues|users|others|co-?workers)|others too|me and (?:my )?colleagues?|department',
  'mehrere[nr]? (?:kollegen|leute|nutzer|benutzer|mitarbeiter|personen)?|unser(?:e[nmr]?)? (?:team|abteilung)|im (?:ganzen )?team|einige (?:kollegen|leute|nutzer)|andere auch|auch bei (?:anderen|kollegen)',
  'vari[oa]s (?:compañeros|personas|usuarios)?|nuestro (?:equipo|departamento)|algunos (?:compañeros|usuarios)|otros también',
  "plusieurs (?:personnes|collègues|utilisateurs)?|(?:notre|mon) (?:équipe|service)|quelques collègues|d'autres aussi",
  'vári[oa]s (?:colegas|pessoas|usuários|utilizadores)?|(?:nossa|minha) equip[ae]|nosso departamento|alguns colegas|outros também',
]);

/** How many it concerns, 1 the most, by words that say so; one person when nothing says anything. */
export function impactIn(text: string): Guess<Level> {
  const plain = plainly(text);
  if (isIn(everyone, plain)) return { value: 1, confidence: 0.85, by: 'rules' };
  if (isIn(several, plain)) return { value: 2, confidence: 0.8, by: 'rules' };
  return { value: 3, confidence: 0.75, by: 'rules' };
}

function isIn(pattern: RegExp, plain: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(plain);
}
