import { describe, expect, test } from 'vitest';
import { stateOfKey } from '../../src/probes/mail/dkim.ts';
import { parseSpf } from '../../src/probes/mail/spf.ts';
import { runProgram } from './processes.ts';

// Records of mail as verifiers read them: Mail::SPF and Mail::DKIM, from Debian.

const broken = [
  'ip4:203.0.113.256',
  'ip4:relay.example',
  'ip4:203.0.113.7~all',
  'ip4:203.0.113.1;-all',
  'ip4:203.0.113.0/33',
  'ip4:203.0.113',
  'ip6:203.0.113.1',
  'ip6:2001:db8::/129',
  'a:50%.example',
  'a/40',
  'mx//129',
  'a:localhost',
  'a:203.0.113.1',
  'include:mail_server',
  'include:%{d}.%%{d}',
  'ptr/24',
  'all:x',
  'include',
  'a:',
  'redirect=',
  'ipv4:203.0.113.1',
  ',mx',
];
const sound = [
  'mx',
  'a:_spf.b-c.example. ?all',
  'a:b.example/24//64',
  'exists:%{ir}.%{l1r-}._spf.%{d2}',
  'include:%{d} a:x.%%.%_.%-.example',
  'ip6:::1 ip6:2001:db8::1/128 ip4:203.0.113.0/24',
  'redirect=%{d}.spf.example exp=%{c}.why.example some-thing_1.2=x/y',
];

describe('SPF', () => {
  test.each([...sound, ...broken])('%s', async (terms) => {
    const record = `v=spf1 ${terms}`;
    const { stdout } = await runProgram('perl', [
      '-MMail::SPF::v1::Record',
      '-e',
      'print eval { Mail::SPF::v1::Record->new_from_string($ARGV[0]); 1 } ? "sound" : "broken"',
      record,
    ]);
    expect('broken' in parseSpf(record) ? 'broken' : 'sound').toBe(stdout);
    expect(stdout).toBe(sound.includes(terms) ? 'sound' : 'broken');
  });
});

describe('DKIM', () => {
  test.each([
    ['a placeholder', 'v=DKIM1; k=rsa; p=YOUR_PUBLIC_KEY_HERE', 'invalid'],
    ['cut off', `v=DKIM1; k=rsa; p=${'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC'}`, 'invalid'],
    ['taken back', 'v=DKIM1; p=', 'revoked'],
  ])('%s', async (_name, record, state) => {
    const { stdout } = await runProgram('perl', [
      '-MMail::DKIM::PublicKey',
      '-e',
      'my $k = eval { Mail::DKIM::PublicKey->parse($ARGV[0]) }; my $s = eval { $k->check; $k->cork; 1 }; print $s ? "valid" : "unusable"',
      record,
    ]);
    expect(stdout).toBe('unusable');
    expect(stateOfKey(record).state).toBe(state);
  });
});
