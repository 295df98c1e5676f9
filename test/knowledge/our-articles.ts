import type { IndexedArticle } from '../../src/knowledge/prepared-article.ts';

/** Articles of a made-up company, short as such articles are, in two languages. */
export const ourArticles: readonly IndexedArticle[] = [
  {
    id: 'vpn',
    title: 'Connect to the VPN from home',
    body: `The VPN brings you into the company network from anywhere.

## Connect

1. Open **Tunnel** from the start menu.
2. Choose the gateway *Hamburg* or *Lisbon*, whichever is nearer.
3. Sign in with your e-mail and confirm the number on your phone.

## It says "gateway not reachable"

Hotels often block the port. Switch the protocol to TCP in Tunnel, under Settings, and connect again.
If that does not help, share the connection of your phone.`,
  },
  {
    id: 'password',
    title: 'Change or reset your password',
    body: `Your password is valid for a year and has at least 14 characters.

## You still know it

Press Ctrl+Alt+Del and choose *Change a password*.

## You have forgotten it

Go to https://reset.example.com on any device, enter your staff number, and type the code that comes by text message. The new
password works everywhere after five minutes.

## Your account is locked

After ten wrong tries an account is locked for half an hour. Wait, or let the service desk unlock it.`,
  },
  {
    id: 'printer',
    title: 'Print on any floor with your badge',
    body: `All printers share one queue called **FollowMe**. Print to it, walk to any printer, and hold your badge to the reader.

## Add the queue

Run \`\\\\\\\\print01\\\\FollowMe\` from the start menu and confirm the driver.

## Paper is jammed

Open the flap on the left, pull the sheet out in the direction of the arrow, and close the flap. The job goes on by itself.

## The toner is empty

A spare cartridge lies in the cabinet under the printer. Leave the old one in the box beside it.`,
  },
  {
    id: 'mailbox',
    title: 'Shared mailboxes in Outlook',
    body: `A shared mailbox belongs to a team, such as invoices@example.com.

To get access, its owner adds you at https://groups.example.com. Outlook shows it within an hour, after a restart.

To send from it, choose *From* in a new message and pick the address of the mailbox. Replies land in the mailbox, not with you.`,
  },
  {
    id: 'wifi',
    title: 'Wireless network for guests',
    body: `Guests use the network **Example-Guest**. You make a voucher for them:

1. Open https://guest.example.com and sign in.
2. Enter the guest's name and how many days they stay, seven at most.
3. Print the voucher or send it by text message.

The guest network reaches the internet only, neither printers nor file shares.`,
  },
  {
    id: 'phish',
    title: 'Report a suspicious e-mail',
    body: `Do not click on links and do not reply. In Outlook press *Report phishing* in the ribbon: the security team gets the message
with its headers and answers within an hour.

If you have entered a password on a page that you do not trust, change it at once and call 4444.`,
  },
  {
    id: 'laptop',
    title: 'Order a laptop for a new colleague',
    body: `Order ten working days before the first day at https://shop.example.com.

| model | for whom | screen |
| ----- | -------- | ------ |
| Standard 14 | office work | 14 inches |
| Power 16 | developers and designers | 16 inches |

The line manager approves. The laptop comes with Office, Tunnel and the encryption switched on.`,
  },
  {
    id: 'zoom',
    title: 'No sound in a video call',
    body: `Check these first:

- The headset is chosen under *Audio* in the call, both as speaker and as microphone.
- Nobody has muted you: the microphone symbol is crossed out in red then.
- The headset is charged and its switch is on.

Bluetooth headsets lose their pairing after an update. Remove the headset in Windows under *Bluetooth*, and pair it again.`,
  },
  {
    id: 'backup',
    title: 'Get a deleted file back',
    body: `Files on the drive P: are kept for 60 days after somebody deletes them.

Right-click the folder where the file was, choose *Previous versions*, and open the day before it was deleted. Copy the file out of
there; do not restore the whole folder.

Older files, up to two years, the service desk can fetch from tape. That takes two working days.`,
  },
  {
    id: 'teilzeit-drucker',
    title: 'Drucker im Homeoffice einrichten',
    body: `Private Drucker dürfen per USB angeschlossen werden, im WLAN nicht.

## Druckertreiber installieren

1. Das **Softwarecenter** öffnen und nach dem Hersteller suchen.
2. Den Treiber installieren und den Rechner neu starten.
3. Den Drucker anschließen; Windows erkennt ihn von selbst.

## Papierstau

Klappe hinten öffnen, Papier gerade herausziehen, Klappe schließen.`,
  },
  {
    id: 'urlaub',
    title: 'Abwesenheitsnotiz in Outlook einschalten',
    body: `In Outlook unter *Datei* auf **Automatische Antworten** klicken, Beginn und Ende angeben und den Text schreiben.

Für Kollegen und für Externe gibt es zwei verschiedene Texte. Nenne eine Vertretung mit Telefonnummer.`,
  },
  {
    id: 'handy',
    title: 'Diensthandy verloren oder gestohlen',
    body: `Sofort die 4444 anrufen, rund um die Uhr. Der Service Desk sperrt die SIM-Karte und löscht die Daten auf dem Gerät aus der Ferne.

Bei einem Diebstahl Anzeige bei der Polizei erstatten und das Aktenzeichen im Ticket nachtragen. Ein Ersatzgerät liegt am nächsten
Arbeitstag am Empfang bereit.`,
  },
  {
    id: 'zeit',
    title: 'Zeiterfassung: vergessene Buchung nachtragen',
    body: `Eine vergessene Buchung trägst du im Portal unter *Meine Zeiten* nach: Tag wählen, Uhrzeit und Grund eingeben, absenden.
Die Führungskraft bestätigt sie. Buchungen des Vormonats gehen nur bis zum fünften Werktag.`,
  },
];
