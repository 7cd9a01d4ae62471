// Forms of keys, as their makers and the standards give them: what has one can be nothing else. Those that secretlint knows
// are not repeated here (see `known.ts`). Each pattern's last group is the secret itself.

// The text comes from anybody: no pattern may take time that grows faster than the text, so nothing that can begin at
// every letter runs on without a bound.

/** Keys that stand for themselves, by what a prefix or a sum of lengths says. */
export const tokenForms: readonly RegExp[] = [
  // Clouds and hosts.
  /\bA(?:KIA|SIA)[A-Z0-9]{16}[^A-Za-z0-9\n]{1,20}([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/g,
  /(?<![\w-])(GOCSPX-[\w-]{28})(?![\w-])/g,
  /\bAccountKey=([A-Za-z0-9+/]{86}==)/gi,
  /\b(?:SharedAccessKey|AccessKey|SharedSecretValue)=([A-Za-z0-9+/]{40,100}={0,2})/gi,
  /(?<![\w~.-])([\w~.-]{3}[0-9]Q~[\w~.-]{31,34})(?![\w~.-])/g,
  /(?<![\w-])(do[opr]_v1_[0-9a-f]{64})(?![\w-])/g,
  /(?<![\w-])(cf(?:ut|at|k)_[\w-]{40,60})(?![\w-])/g,
  /(?<![\w-])(HRKU-AA[\w-]{50,70})(?![\w-])/g,
  /\bFlyV1 (fm[12][ar]?_[\w+/=,-]{40,500})/g,
  /(?<![\w-])(nf[pcubo]_[A-Za-z0-9]{36,40})(?![\w-])/g,
  /(?<![\w-])(rnd_[A-Za-z0-9]{28,40})(?![\w-])/g,
  // Code and packages.
  /:_(?:authToken|auth|password)=([^\s"'$]{8,500})/g,
  /(?<![\w-])(pypi-AgEI[\w-]{50,500})/g,
  /(?<![\w-])(ATATT3xFfGF0[\w=-]{100,300})/g,
  /(?<![\w-])(rubygems_[0-9a-f]{48})(?![\w-])/g,
  // Mail, payment, messages.
  /(?<![\w-])(whsec_[A-Za-z0-9+/]{32,64}={0,2})/g,
  /(?<![\w-])(SK[0-9a-f]{32})(?![\w-])/g,
  /(?<![\w-])(key-[0-9a-f]{32})(?![\w-])/g,
  /(?<![\w-])([0-9a-f]{32}-us[0-9]{1,2})(?![\w-])/g,
  /(?<![\w-])(xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16})(?![\w-])/g,
  /(?<![\w-])(re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24})(?![\w-])/g,
  /(?<![\w-])(EAAA[\w-]{60})(?![\w-])/g,
  /(?<![\w-])([MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,38})(?![\w-])/g,
  /(?<![\w-])([0-9]{8,10}:AA[\w-]{33})(?![\w-])/g,
  // Addresses that let in anybody who has them.
  /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/((?:[A-Za-z0-9]{1,100}\/){2,3}[A-Za-z0-9]{1,500})/g,
  /\bdiscord(?:app)?\.com\/api\/(?:v[0-9]{1,2}\/)?webhooks\/[0-9]{17,20}\/([\w-]{60,110})/g,
  /\bwebhook\.office(?:365)?\.com\/webhookb2\/([\w@-]{30,100}\/IncomingWebhook\/[\w-]{20,100}(?:\/[\w-]{20,100}){0,2})/g,
  // Programs and what watches them.
  /(?<![\w-])(sk-(?:(?:proj|svcacct|admin)-[\w-]{20,300}|[A-Za-z0-9]{48}))(?![\w-])/g,
  /(?<![\w-])(ops_eyJ[\w-]{100,2000})/g,
  /(?<![\w-])(NRAK-[A-Z0-9]{27})(?![\w-])/g,
  /(?<![\w-])(sntry[su]_[\w+/=-]{60,400})/g,
  /(?<![\w-])(ntn_[A-Za-z0-9]{40,60})(?![\w-])/g,
  /(?<![\w-])(pat[A-Za-z0-9]{14}\.[0-9a-f]{64})(?![\w-])/g,
  /(?<![\w-])(sl\.(?:u\.)?[\w-]{100,1500})/g,
  /\b(AGE-SECRET-KEY-1[0-9A-Z]{58})\b/g,
  // Passwords as programs keep them: guessed in hours where they are short.
  /(\$2[abxy]?\$[0-9]{2}\$[./A-Za-z0-9]{53})/g,
  /(\$(?:apr1|[1567]|y|gy)\$(?:rounds=[0-9]{1,9}\$|j[./A-Za-z0-9]{1,8}\$)?[./A-Za-z0-9]{1,64}\$[./A-Za-z0-9]{22,86})/g,
  /(\$argon2(?:id?|d)\$v=[0-9]{1,3}\$[a-z0-9=,]{5,60}\$[A-Za-z0-9+/]{11,90}\$[A-Za-z0-9+/]{20,100})/g,
  /(\{S?SHA(?:256|512)?\}[A-Za-z0-9+/]{27,120}={0,2})/g,
  // RFC 7468 and its kin; a key that is cut off is one all the same, as far as its lines go.
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----((?:(?!-----(?:END|BEGIN))[\s\S]){16,20000}?(?=-----END)|(?:(?:\s|\\n){1,200}[A-Za-z0-9+/=]{16,})+)/g,
  /\bPrivate-Lines: [0-9]{1,3}((?:\s{1,40}[A-Za-z0-9+/=]{16,64}(?![^\s]))+)/g,
  // The seed of one-time passwords.
  /\botpauth:\/\/\S{0,500}?[?&]secret=([A-Z2-7=]{8,500})/gi,
  // RFC 7519.
  /\b(eyJ[A-Za-z0-9_-]{8,8000}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})/g,
];

/** Keys that some of their owners show on purpose: a page of a browser's map holds one. */
export const perhapsPublicForms: readonly RegExp[] = [/(?<![\w-])(AIza[\w-]{35})(?![\w-])/g];
