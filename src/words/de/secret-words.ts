import { link } from '../../chat/text.ts';
import type { Words } from '../words.ts';

const kinds: Words['secrets']['kinds'] = {
  password: {
    name: 'Passwort',
    mark: '[•••• Passwort verborgen]',
    rotate: 'Ändere es jetzt, überall, wo du es verwendest. Niemand in der IT braucht es jemals.',
  },
  pin: {
    name: 'PIN oder Code',
    mark: '[•••• PIN verborgen]',
    rotate: 'Setze eine andere PIN. Einen Einmalcode lass ablaufen.',
  },
  privateKey: {
    name: 'Privater Schlüssel',
    mark: '[•••• privater Schlüssel verborgen]',
    rotate:
      'Erzeuge ein neues Schlüsselpaar, hinterlege den neuen öffentlichen Schlüssel anstelle des alten und entferne den alten dort.',
  },
  connection: {
    name: 'Adresse mit Passwort',
    mark: '[•••• Passwort verborgen]',
    rotate: 'Gib diesem Konto auf dem Server ein anderes Passwort und ändere es dort, wo es verwendet wird.',
  },
  awsKey: {
    name: 'AWS-Schlüssel',
    mark: '[•••• AWS-Schlüssel verborgen]',
    rotate:
      'Erzeuge unter IAM → Users → Security credentials einen neuen Zugriffsschlüssel, dann deaktiviere und lösche diesen.',
  },
  azureKey: {
    name: 'Azure-Schlüssel',
    mark: '[•••• Azure-Schlüssel verborgen]',
    rotate:
      'Erzeuge im Azure-Portal den Schlüssel dieser Ressource neu, oder lege ein neues Client-Geheimnis an und lösche dieses.',
  },
  googleKey: {
    name: 'Google-Schlüssel',
    mark: '[•••• Google-Schlüssel verborgen]',
    rotate: 'Erzeuge in Google Cloud → APIs & Services → Credentials einen neuen Schlüssel und lösche diesen.',
  },
  githubToken: {
    name: 'GitHub-Token',
    mark: '[•••• GitHub-Token verborgen]',
    rotate: 'Widerrufe es in GitHub → Settings → Developer settings → Tokens und erzeuge ein anderes.',
  },
  gitlabToken: {
    name: 'GitLab-Token',
    mark: '[•••• GitLab-Token verborgen]',
    rotate: 'Widerrufe es in GitLab → Preferences → Access tokens und erzeuge ein anderes.',
  },
  slackToken: {
    name: 'Slack-Token',
    mark: '[•••• Slack-Token verborgen]',
    rotate: 'Öffne die App auf api.slack.com/apps und erneuere oder widerrufe ihre Token und Webhooks.',
  },
  openaiKey: {
    name: 'API-Schlüssel',
    mark: '[•••• API-Schlüssel verborgen]',
    rotate: 'Lösche diesen Schlüssel auf der Seite des Anbieters für API-Schlüssel und erzeuge einen anderen.',
  },
  stripeKey: {
    name: 'Stripe-Schlüssel',
    mark: '[•••• Stripe-Schlüssel verborgen]',
    rotate: 'Erneuere diesen Schlüssel in Stripe → Developers → API keys.',
  },
  jwt: {
    name: 'Anmelde-Token',
    mark: '[•••• Token verborgen]',
    rotate: 'Melde dich überall ab, damit es nichts mehr wert ist.',
  },
  token: {
    name: 'Schlüssel oder Token',
    mark: '[•••• Schlüssel verborgen]',
    rotate: 'Widerrufe ihn dort, wo er erzeugt wurde, und erzeuge einen anderen.',
  },
  recoveryKey: {
    name: 'Wiederherstellungsschlüssel',
    mark: '[•••• Wiederherstellungsschlüssel verborgen]',
    rotate: 'Bitte die IT, den Wiederherstellungsschlüssel dieses Geräts zu erneuern.',
  },
  cardNumber: {
    name: 'Kartennummer',
    mark: '[•••• Kartennummer verborgen]',
    rotate:
      'Behalte das Konto im Blick, und bitte deine Bank um eine neue Karte, wenn andere sie gesehen haben können.',
  },
};

export const secretWords: Words['secrets'] = {
  kinds,
  hiddenTitle: 'Ich habe ein Geheimnis verborgen, das du geschrieben hast',
  hidden:
    'Was du geschrieben hast, sah aus, als stünde ein Geheimnis darin. Es wird hier nicht gespeichert: An seiner Stelle steht jetzt ein Zeichen.',
  deleteHow: (url) => [
    'Deine Nachricht zeigt es noch, und ich kann nicht löschen, was andere schreiben: ',
    link('Meine Nachricht löschen', url),
    '. Wähle in ihrem Menü (⋯) Löschen. Wenn du sie nicht löschen darfst, nimm das Geheimnis beim Bearbeiten heraus. Dein Ticket bleibt, wie es ist.',
  ],
  deleteHowHere:
    'Deine Nachricht zeigt es noch, und ich kann nicht löschen, was andere schreiben. Wähle in ihrem Menü (⋯) Löschen. Wenn du sie nicht löschen darfst, nimm das Geheimnis beim Bearbeiten heraus. Dein Ticket bleibt, wie es ist.',
  hiddenByOther:
    'Jemand hat deine Nachricht an den Helpdesk gebracht. Was darin wie ein Geheimnis aussah, wird hier nicht gespeichert: An seiner Stelle steht jetzt ein Zeichen.',
  noSecret: 'Wenn es keines war, schreib dasselbe mit anderen Worten.',
};
