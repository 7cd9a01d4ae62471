import { expect, test } from 'vitest';
import { isOrganisation } from '../../src/probes/certificate/organisation.ts';

// How organisations of authorities are written, by whom a certificate says it was issued and by people.

test.each([
  ['DigiCert Inc', 'DigiCert, Inc.'],
  ['DigiCert, Inc.', 'DigiCert Inc'],
  ['digicert', 'DigiCert Inc'],
  ['ＤｉｇｉＣｅｒｔ　Ｉｎｃ', 'DigiCert Inc'],
  ["Let's Encrypt", 'Let’s Encrypt'],
  ['Lets Encrypt', "Let's Encrypt"],
  ['GlobalSign', 'GlobalSign nv-sa'],
  ['GlobalSign K.K.', 'GlobalSign nv-sa'],
  ['Cybertrust Japan Co., Ltd.', 'Cybertrust Japan Co.,Ltd.'],
  ['SECOM Trust Systems', 'SECOM Trust Systems CO.,LTD.'],
  ['セコムトラストシステムズ株式会社', '株式会社セコムトラストシステムズ'],
  ['セコムトラストシステムズ㈱', 'セコムトラストシステムズ'],
  ['GoDaddy.com', 'GoDaddy.com, Inc.'],
  ['Actalis SpA', 'Actalis S.p.A.'],
  ['Google Trust', 'Google Trust Services LLC'],
  ['SA', 'SA Signing'],
])('%s is %s', (claimed, seen) => {
  expect(isOrganisation(claimed, seen)).toBe(true);
});

test.each([
  ['DigiCert', 'Sectigo Limited'],
  ['Goo', 'Google Trust Services'],
  ['Digi', 'DigiCert Inc'],
  ['DigiCert Japan', 'DigiCert Inc'],
  ['Inc', 'DigiCert Inc'],
  ['.', 'DigiCert Inc'],
  ['DigiCert', ''],
])('%s is not %s', (claimed, seen) => {
  expect(isOrganisation(claimed, seen)).toBe(false);
});
