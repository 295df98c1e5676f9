/** Words that say that something is wrong, not what: with weight, but little. Folded: lower case, no accents. */
export const faultWords: ReadonlySet<string> =
  words(`anymore break breaking breaks broke broken busted bug buggy cannot cant code connect connected
  connecting connection connections connects crash crashed crashes crashing dead disconnect disconnected disconnecting disconnects down drop
  dropped dropping drops error errors fail failed failing fails failure fault freeze freezes freezing frozen gone hang hanging hangs interrupted intermittent
  issue issues lag lagging laggy load loading loads lost message missing offline open opening opens outage outages problem problems
  reach reachable refuse refused refuses respond responding responds slow slowly slower start starting starts stop stopped stops stuck timeout timeouts times timing
  trouble troubles unable unavailable unreachable unresponsive unstable unusable
  abbruch abgebrochen abgesturzt absturz ausfall ausgefallen bricht down fehler fehlermeldung gestort haengt hangt kaputt
  ladt langsam lahm laedt offline offnen offnet problem probleme reagiert spinnt storung storungen sturzt tot trage unerreichbar verbinden verbindung verbindungsabbruch
  verbindungsabbruche weg zugriff erreichbar erreichen erreicht startet laden unterbrochen
  aide bloque cae caido casse erreur error errores fallo falla fonctionne funciona lent lenta lento marche panne probleme problema quebrado caiu erro falha lentidao`);

/** Words around a report that are the same whatever it is about. */
export const fillers: ReadonlySet<string> =
  words(`access afternoon ago all already another any anybody anyone around asap back bit building business call change changed empty find
  check colleague colleagues come coming company completely connectivity constantly couple currently customer customers day department desk different else entire
  every everybody evening few five first floor four frequently half happen happened happening happens home hour hours impossible important it just last laptop laptops least little long
  look looks lunch machine make meeting minute minutes moment month morning new next night noon notice noticed now number office often one ones other others page part people person place please
  random randomly room say says second seconds see seeing several show shows since site some somebody sometimes soon started still suddenly team ten
  third three time today together tomorrow two urgent urgently user users want week whole win windows within world wrong year
  pc computer computers
  alle allen anderen arbeiten arbeitet aktuell andauernd ausserdem beim betroffen buro dauernd dringend einfach etage firma ganze ganzen gerade gestern geht gehen
  haus heute homeoffice immer jemand kann kollege kollegen kolleginnen leider leute meldet melden minuten minute morgen mehreren moglich mal nachmittag niemand nochmal paar plotzlich raum
  schon seit sekunden standig standort stockwerk stunde stunden team uhr uberall vormittag weiteren wir woche zurzeit zimmer
  desde hoy manana equipo oficina todos depuis matin bureau equipe aujourdhui hoje equipa escritorio manha`);

/** More that means the same, on top of the common ones of the knowledge: people name the thing in front of them. */
export const sameThings: readonly (readonly string[])[] = [
  wordList(`email emails mail mails outlook mailbox mailboxes inbox outbox exchange postfach posteingang postausgang correo
    courriel messagerie`),
  wordList(`printer printers print prints printing printout drucker drucken druckt druck ausdruck ausdrucken impresora
    imprimir imprimante imprimer impressora printqueue`),
  wordList('wifi wlan wireless wifis hotspot accesspoint accesspoints'),
  wordList(`login logins logon signin sso anmelden anmeldung einloggen eingeloggt log logging loggingin logged loggedin loggedout
    sign signing signingin signon singlesignon`),
  wordList('network networks netzwerk netz internet lan red reseau rede website websites webseite webseiten'),
  wordList('phone phones telephone telefon telefone telefonie telephony deskphone dialtone dial'),
  wordList(`fileserver fileservers fileshare fileshares share shares teamshare netzlaufwerk netzlaufwerke laufwerk laufwerke
    drive drives networkdrive shareddrive sharedfolder sharedfolders shared`),
  wordList('intranet sharepoint'),
  wordList('password passwords passwort kennwort'),
  wordList('vpn anyconnect globalprotect remoteaccess fernzugriff'),
];

/** Words of many matters, and what stands on one person's desk: two who name them do not mean the same one. */
export const commonWords: ReadonlySet<string> =
  words(`account app apps application applications battery bluetooth browser button cable camera card chair charger charging
  data date desktop display dock docking document documents file files folder folders font fonts headset headsets headphones icon image key keyboard keys
  licence license link list machine main menu microphone monitor monitors mouse name notebook notifications password passwords photo picture program programs
  reader record report reports screen screens server servers setting settings software sound station system tab table template text
  time tool tools touchpad update updates usb version video webcam button
  akku anwendung bild bildschirm browser datei dateien fehlermeldungen konto kopfhorer kamera maus ordner passwort programm programme system
  tastatur ton werkzeug`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

function wordList(text: string): readonly string[] {
  return text.split(/\s+/);
}
