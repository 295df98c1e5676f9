import { describe, expect, it } from '@jest/globals';
import { findSecrets, findSensitive } from '../../src/secrets/find-sensitive.ts';

const none = { emails: false, phones: false, ipAddresses: false };
const secrets = (text: string) => findSecrets(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
const personal = (text: string) =>
  findSensitive(text, none).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('finding what somebody calls their password', () => {
  it.each([
    ['my password is letmein', 'letmein'],
    ['Mein Passwort ist sonnenblume', 'sonnenblume'],
    ['la contraseña es Verano2026', 'Verano2026'],
    ['mon mot de passe est soleil123', 'soleil123'],
    ['minha senha é futebol10', 'futebol10'],
    ['Password:\nSummer2026!', 'Summer2026!'],
    ['user: dana pass: Winter#99', 'Winter#99'],
    ['pw hunter22!', 'hunter22!'],
    ['credentials: dana / Summer2026!', 'Summer2026!'],
    ['Summer2026! is my password', 'Summer2026!'],
    ['password for the vpn is Tr0ub4dor&3, can you check', 'Tr0ub4dor&3'],
    ['my password is swordfish and I cannot log in', 'swordfish'],
    ['{"user": "dana", "password": "abc123xyz"}', 'abc123xyz'],
    ['Server=db;User Id=sa;Password=P@ss;w0rd;Database=x', 'P@ss;w0rd'],
    ['Password: correct horse battery staple', 'correct horse battery staple'],
    ['password is P@ss.word', 'P@ss.word'],
    ['my pasword is: hunter2', 'hunter2'],
  ])('%s', (text, secret) => {
    expect(secrets(text)).toEqual([`password ${secret}`]);
  });

  it('finds one that is all that somebody writes, after they were asked for it', () => {
    expect(secrets(' Sommer2026!x\n')).toEqual(['password Sommer2026!x']);
    for (const text of ['5CG1234XYZ', 'INC-42', 'Dana+1@Example.com', 'https://Example.com/?Q=1', 'WindowsUpdate2026'])
      expect(secrets(text)).toEqual([]);
  });

  it('finds the old one and the new one', () => {
    expect(secrets('changed my password from Old12345 to New98765')).toEqual([
      'password Old12345',
      'password New98765',
    ]);
  });

  it('finds it wherever it stands again', () => {
    expect(secrets('my password is Summer26! I typed "Summer26!" and Summer26! ten times')).toEqual([
      'password Summer26!',
      'password Summer26!',
      'password Summer26!',
    ]);
  });

  it.each([
    ['my PIN is 4711', 'pin 4711'],
    ['2FA code: 123456', 'pin 123456'],
    ['api key: 0123456789abcdef0123456789abcdef', 'token 0123456789abcdef0123456789abcdef'],
    [
      'export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzzzzzz1',
      'token wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzzzzzz1',
    ],
    ['Authorization: Bearer abcdef1234567890abcdef', 'token abcdef1234567890abcdef'],
    ['4111 1111 1111 1111 12/27 123', 'cardNumber 4111 1111 1111 1111'],
    ['https://dana:s3cret@git.example.com/x.git', 'connection s3cret'],
  ])('%s', (text, found) => {
    expect(secrets(text)).toEqual([found]);
  });

  it('takes a number with a wrong check digit, or of no issuer, for no card', () => {
    expect(secrets('4111 1111 1111 1112 and order 1234567890123452')).toEqual([]);
  });

  it('hides a private key that was cut off to the end of the text', () => {
    expect(secrets('here:\n-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\nmore')).toEqual([
      'privateKey -----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\nmore',
    ]);
  });
});

describe('finding numbers by which a state knows a person', () => {
  it.each([
    ['US', '123-45-6789', '000-45-6789'],
    ['DE', '86095742719', '86095742718'],
    ['GB', 'AB 12 34 56 C', 'GB 12 34 56 C'],
    ['FR', '1 55 08 31 168 025 17', '1 55 08 31 168 025 16'],
    ['ES', '12345678Z', '12345678A'],
    ['ES (NIE)', 'X1234567L', 'X1234567M'],
    ['IT', 'RSSMRA85T10A562S', 'RSSMRA85T10A562T'],
    ['BE', '85.07.30-033.28', '85.07.30-033.29'],
    ['PL', '44051401359', '44051401358'],
    ['SE', '811218-9876', '811218-9875'],
    ['CH', '756.9217.0769.85', '756.9217.0769.84'],
    ['BR', '529.982.247-25', '529.982.247-24'],
  ])('%s: the check digit decides', (_country, right, wrong) => {
    expect(personal(`my id is ${right}, thanks`)).toEqual([`nationalId ${right}`]);
    expect(personal(`my id is ${wrong}, thanks`)).toEqual([]);
  });

  it('takes nine digits for one only where they are called so', () => {
    expect(personal('order 123456789 and NIF: 123456789')).toEqual(['nationalId 123456789']);
    expect(personal('BSN 111222333')).toEqual(['nationalId 111222333']);
  });

  it('finds an IBAN whose check digits are right, and no other', () => {
    expect(personal('DE89 3704 0044 0532 0130 00 please')).toEqual(['iban DE89 3704 0044 0532 0130 00']);
    expect(personal('DE88 3704 0044 0532 0130 00 please')).toEqual([]);
  });
});
