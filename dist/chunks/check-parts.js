import { r as __toESM } from "./runtime.js";
import { o as usualFile } from "./edge-and-ledger.js";
import { Q as parseResolver, Z as InputProblem, t as parts } from "./protocols-and-edge-and-ledger-and-more.js";
import { r as languages, t as inBoth } from "./text-language.js";
import { t as require_ipaddr } from "./ipaddr.js";
import { t as Temporal } from "./temporal-polyfill.js";
import { a as readPlace, o as webUrl, t as hostAndPort } from "./protocols-parts.js";
import { u as providerNamed } from "./providers-and-ledger-and-text.js";
import { c as isDay, f as parseDuration } from "./text-values.js";

// src/check/forms.ts
var import_ipaddr = /* @__PURE__ */ __toESM(require_ipaddr(), 1);
const file = inBoth("FILE", "ファイル");
const folder = inBoth("DIR", "フォルダー");
const words = inBoth("TEXT", "文字列");
const flag = {
	value: null,
	read(text, name) {
		const word = text.toLowerCase();
		if (word === "" || word === "false") return false;
		if (word === "true") return true;
		throw new InputProblem(name, "boolean", word);
	}
};
const textOf = (value) => ({
	value,
	read: (text) => text
});
/** As `form`, or null where nothing is given. */
const optional = (form) => ({
	...form,
	read: (text, name) => text === "" ? null : form.read(text, name)
});
function choice(allowed) {
	const value = allowed.join("|");
	return {
		value: inBoth(value, value),
		words: allowed,
		read: (text, name) => oneOf(text, allowed, name)
	};
}
/** Words of a closed list, separated by commas. */
function setOf(allowed, value) {
	return {
		value,
		words: allowed,
		isRepeated: true,
		read: (text, name) => new Set(commaSeparated(text).map((word) => oneOf(word, allowed, name)))
	};
}
/** Texts of any kind, separated by commas or lines. */
const listOf = (value) => ({
	value,
	isRepeated: true,
	read: commaSeparated
});
/** As `listOf`, for texts that hold no spaces: these separate too. */
const idsOf = (value) => ({
	...listOf(value),
	read: (text) => commaSeparated(text.replaceAll(/\s/g, ","))
});
/** As `listOf`, for texts that may hold commas. */
const linesWith = (value) => ({
	...listOf(value),
	read: (text) => linesOf(text)
});
const failingKinds = [
	"drift",
	"expiring",
	"stale",
	"unknown",
	"gap"
];
/** The kinds that fail the step: none for `never`. */
const failOn = {
	value: inBoth("KIND,…", "種類,…"),
	words: ["never", ...failingKinds],
	read(text, name) {
		if (text === "never") return /* @__PURE__ */ new Set();
		const known = ["never", ...failingKinds];
		return new Set(commaSeparated(text).map((word) => oneOf(word, failingKinds, name, known)));
	}
};
/** A span of exact time, in milliseconds. */
const duration = {
	value: inBoth("DURATION", "期間"),
	read: milliseconds
};
const durations = {
	value: inBoth("DURATION,…", "期間,…"),
	read: (text, name) => commaSeparated(text).map((each) => milliseconds(each, name))
};
const moment = {
	value: inBoth("TIME", "日時"),
	read: (text, name) => momentOf(text, name, "moment")
};
const momentOrDuration = {
	value: inBoth("DATE|DURATION", "日付|期間"),
	read(text, name) {
		const after = parseDuration(text);
		if (after !== null) return {
			type: "after",
			after
		};
		return {
			type: "at",
			at: momentOf(text, name, "moment-or-duration")
		};
	}
};
/** `address:port` of a recursive resolver, or an https URL. */
const resolver = {
	value: inBoth("HOST:PORT|URL", "ホスト:ポート|URL"),
	read(text, name) {
		const named = parseResolver(text);
		if (named !== null && ("url" in named || import_ipaddr.default.isValid(named.host))) return text;
		throw new InputProblem(name, "resolver", text);
	}
};
/** Null where no line names a server. */
const rootHints = {
	value: inBoth("NAME=ADDRESS:PORT", "名前=アドレス:ポート"),
	isRepeated: true,
	read(text, name) {
		const hints = linesOf(text).map((line) => {
			const match = /^([^\s=]+)=(.+)$/.exec(line);
			const socket = match === null ? null : readSocket(match[2]);
			if (match === null || socket === null) throw new InputProblem(name, "root-hints", line);
			return {
				name: match[1].toLowerCase(),
				...socket
			};
		});
		return hints.length === 0 ? null : hints;
	}
};
const connectTo = {
	value: inBoth("HOST:PORT=ADDRESS:PORT", "ホスト:ポート=アドレス:ポート"),
	isRepeated: true,
	read: (text, name) => linesOf(text).map((line) => {
		const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:[\]=]+)):(\*|\d{1,5})=(.+)$/.exec(line);
		const to = match === null ? null : readSocket(match[4]);
		if (match === null || to === null) throw new InputProblem(name, "connect-to", line);
		const host = (match[1] ?? match[2]).toLowerCase();
		const port = match[3] === "*" ? null : Number(match[3]);
		return {
			host: host === "*" ? null : host,
			port,
			toAddress: to.address,
			toPort: to.port
		};
	})
};
/**
* Lines `host[:port] Header: value` and `host[:port] provider`. The values stand in no error; a host alone, which earlier
* versions took, opens nothing, and has an error of its own.
*/
const credentials = {
	value: inBoth("HOST HEADER: VALUE", "ホスト ヘッダー: 値"),
	isRepeated: true,
	read: (text, name) => linesOf(text).map((line, index) => {
		const number = `line ${index + 1}`;
		const space = line.search(/\s/);
		const place = readHostAndPort(space < 0 ? line : line.slice(0, space));
		if (place === null) throw new InputProblem(name, "credentials", number);
		if (space < 0) throw new InputProblem(name, "credentials-host-alone", number);
		const rest = line.slice(space).trim();
		if (providerNamed(rest) !== null) return {
			...place,
			provider: rest
		};
		const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):([\t\x20-\x7e\x80-\xff]+)$/.exec(rest);
		const value = match?.[2]?.trim() ?? "";
		if (match === null || value === "") throw new InputProblem(name, "credentials", number);
		return {
			...place,
			header: match[1],
			value
		};
	})
};
/** Logins by party id; those without a party under the empty string. */
const assignees = {
	value: inBoth("LOGIN,…", "ログイン名,…"),
	read(text, name) {
		const found = /* @__PURE__ */ new Map();
		for (const entry of commaSeparated(text)) {
			const match = /^(?:([^=\s]+)=)?@?([A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\[bot\])?)$/.exec(entry);
			if (match === null) throw new InputProblem(name, "assignees", entry);
			const party = match[1] ?? "";
			found.set(party, [...found.get(party) ?? [], match[2]]);
		}
		return found;
	}
};
const shard = {
	value: inBoth("I/N", "番目/全体"),
	read(text, name) {
		const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
		const part = Number(match?.[1]);
		const parts = Number(match?.[2]);
		if (match === null || part < 1 || part > parts) throw new InputProblem(name, "shard", text);
		return {
			part,
			parts
		};
	}
};
/** A web address that is itself a secret: it is never shown. */
const secretAddress = {
	value: inBoth("URL", "URL"),
	read(text, name) {
		const url = webUrl(text);
		if (url !== null) return url.href;
		throw new InputProblem(name, "web-address", null);
	}
};
function commaSeparated(text) {
	return text.split(/[,\n]/).map((word) => word.trim()).filter((word) => word !== "");
}
function linesOf(text) {
	return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
function oneOf(word, allowed, name, shown = allowed) {
	const found = allowed.find((each) => each === word);
	if (found === void 0) throw new InputProblem(name, "one-of", word, shown);
	return found;
}
/** A timer that is set for longer goes off at once (24.8 days). */
const longestTimerMs = 2 ** 31 - 1;
function milliseconds(text, name) {
	const span = parseDuration(text);
	if (span === null || span.months > 0) throw new InputProblem(name, "duration", text);
	return Math.min(span.milliseconds, longestTimerMs);
}
function momentOf(text, name, code) {
	try {
		const at = Temporal.Instant.from(isDay(text) ? `${text}T00:00:00Z` : text);
		if (/^\d{4}-/.test(at.toString())) return at;
	} catch {}
	throw new InputProblem(name, code, text);
}
/** `host` or `host:port`, an IPv6 address in brackets; the port is 443 where none is written. */
function readHostAndPort(text) {
	const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:[\]/@?#]+))(?::(\d{1,5}))?$/.exec(text);
	const port = Number(match?.[3] ?? 443);
	if (match === null || port < 1 || port > 65535) return null;
	const url = URL.parse(`https://${match[1] === void 0 ? match[2] : `[${match[1]}]`}:${port}`);
	return url === null ? null : hostAndPort(url);
}
/** `address:port`, an IPv6 address in brackets. */
function readSocket(text) {
	const place = readPlace(text);
	return place !== null && import_ipaddr.default.isValid(place.host) ? {
		address: place.host,
		port: place.port
	} : null;
}

// src/check/options.ts
/** Where anything is looked at. */
const looking = [
	"action",
	"check",
	"accept",
	"init"
];
/** What decides how the world is looked at; read, these are `NetworkInputs`, with the waits and the deadline of the looks. */
const network = {
	allowPrivate: {
		name: "allow-private",
		form: flag,
		en: "Whether probes may reach loopback and private addresses. Cloud metadata addresses never.",
		ja: "プライベートアドレスへの接続を許すかどうか。クラウドのメタデータのアドレスには、つねに接続しません。"
	},
	retryWaitsMs: {
		name: "retries",
		form: durations,
		default: "5s,30s",
		en: "The waits before a failed look is tried again. A failure is reported only when the last try failed too.",
		ja: "確認に失敗したとき、もう一度試すまでの待ち時間。最後の試行も失敗したときだけ報告します。"
	},
	deadlineMs: {
		name: "deadline",
		form: duration,
		default: "5m",
		en: "For all looks, for each ledger. What was not seen by then could not be checked. Publishing has limits of its own.",
		ja: "台帳ごとの、確認すべてにかける時間の上限。間に合わなかったものは「確認できませんでした」とします。公開には別の上限があります。"
	},
	resolver: {
		name: "resolver",
		form: optional(resolver),
		en: "`host:port` of a recursive resolver, or an https URL (DNS over HTTPS). By default the system's.",
		ja: "DNS リゾルバーの `ホスト:ポート`、または https の URL(DNS over HTTPS)。省略時は実行環境の設定を使います。"
	},
	rootHints: {
		name: "root-hints",
		form: rootHints,
		en: "`name=address:port` lines: where iterative DNS look-ups start. By default the real root servers.",
		ja: "`名前=アドレス:ポート` の行。DNS の問い合わせを始めるサーバー。省略時は実際のルートサーバーです。"
	},
	caFile: {
		name: "ca-file",
		form: optional(textOf(file)),
		en: "Extra trusted roots (PEM). A chain that only they trust says so.",
		ja: "追加で信頼するルート証明書(PEM)。それによってだけ信頼される証明書は、そう報告します。"
	},
	connectTo: {
		name: "connect-to",
		form: connectTo,
		en: "Lines `host:port=address:port`, as curl's --connect-to, for every outgoing connection of a probe, DNS over UDP too. Host and port may be `*`; the first match wins.",
		ja: "`ホスト:ポート=アドレス:ポート` の行。curl の --connect-to と同じで、DNS(UDP)を含むすべての確認に効きます。ホストとポートには `*` も使え、最初に当てはまった行に従います。"
	},
	userAgent: {
		name: "user-agent",
		form: optional(textOf(words)),
		en: "What the checks call themselves, so that the owner of a protected site can let them through. By default an honest name with the project's address.",
		ja: "点検の名乗り。保護されたサイトの管理者が許可できるようにするためのものです。省略時は、この点検の名前と案内先です。"
	}
};
const language = optional(choice(languages));
/** Other options that several places have. */
const several = {
	only: {
		name: "only",
		in: ["action", "check"],
		form: optional(setOf(parts, inBoth("PART,…", "対象,…"))),
		en: `Look at these alone, separated by commas (${quoted(parts, ", ")}). What was not looked at keeps its last state in the issue.`,
		ja: `確認する対象を絞ります(${quoted(parts, "、")}、コンマ区切り)。確認しなかったものは、issue に前回の状態のまま残ります。`
	},
	nextCheck: {
		name: "next-check",
		in: ["action", "check"],
		form: optional(momentOrDuration),
		en: "When the next check is due, as an ISO date or a duration (`1 month`, `7d`). By default by the workflow's own schedule, else after the ledger's `review.every` (one month).",
		ja: "次回の点検日(`2026-12-01` のような日付、または `1 month` のような期間)。省略時はワークフローの実行予定、それもなければ台帳の `review.every`(1か月)の後です。"
	},
	now: {
		name: "now",
		in: [
			"action",
			"check",
			"accept",
			"init",
			"questions",
			"merge"
		],
		form: optional(moment),
		en: "An ISO time to judge by instead of the clock, for trying things out.",
		ja: "時計の代わりに、この日時(ISO 形式)で判定します。試すときに使います。"
	},
	credentials: {
		name: "credentials",
		in: [
			"action",
			"check",
			"accept"
		],
		form: credentials,
		isSecret: true,
		variable: "RECOVERY_LEDGER_CREDENTIALS",
		en: "Lines `host Header: value`: a header for endpoints and backups over HTTP, sent to that host over verified TLS and to no other. It goes to port 443; `host:port Header: value` names another. A line `host provider` (for example `store.example.jp s3`) lets the credentials and signed requests of that provider alone go to a host that is not a known one.",
		ja: "「ホスト ヘッダー: 値」の行。確認先や HTTP のバックアップを見るとき、そのホストにだけ、検証済みの TLS でヘッダーを送ります。送り先は443番ポートで、ほかのポートには「ホスト:ポート ヘッダー: 値」と書きます。「ホスト プロバイダー」の行(例: `store.example.jp s3`)は、知られていないホストへ、そのプロバイダーの認証情報と署名付きの要求だけを送ることを許します。"
	},
	dryRun: {
		name: "dry-run",
		in: ["accept", "init"],
		form: flag,
		en: "Shows what would be written, and writes nothing.",
		ja: "書き込む内容を見せるだけで、何も書きません。"
	},
	language: {
		name: "language",
		in: [
			"check",
			"accept",
			"init",
			"questions",
			"merge",
			"explain",
			"schema",
			"completion"
		],
		form: language,
		en: "The language of what is printed. By default the ledger's own (`site.language`); where no ledger is read, that of the locale (`LANG`).",
		ja: "出力の言語。省略時は台帳の `site.language`、台帳を読まないときはロケール(`LANG`)に従います。"
	},
	help: {
		name: "help",
		in: [
			"check",
			"accept",
			"init",
			"questions",
			"merge",
			"explain",
			"schema",
			"completion"
		],
		form: flag,
		en: "Prints this text.",
		ja: "この説明を表示します。"
	}
};
/** What one place alone has. */
const own = {
	action: {
		ledger: {
			name: "ledger",
			form: textOf(file),
			default: usualFile,
			en: "Path or glob of the ledger, from the root of the repository. Many ledgers are checked in one run, each with its own issue.",
			ja: "台帳のパス、またはグロブ(リポジトリの最上位から)。複数の台帳も1回の実行で点検し、issue は台帳ごとに分かれます。"
		},
		mode: {
			name: "mode",
			form: choice([
				"auto",
				"monthly",
				"handover",
				"pull-request",
				"recovery"
			]),
			default: "auto",
			en: "`auto`, `monthly`, `handover`, `pull-request` or `recovery`. `auto` follows the event; the event bounds the run, and no mode widens it. `recovery` keeps the issue of the incident instead: which stage has been reached, what blocks the next one, and drafts of both reports. `handover` does what `monthly` does, and writes the one-page ledger with what was verified (`handover.html`).",
			ja: "`auto`、`monthly`(月次点検)、`handover`(引き継ぎ)、`pull-request`、`recovery`(障害対応)。`auto` はイベントに従います。できることはイベントで決まり、mode で広げることはできません。`handover` は月次点検に加えて、確かめた内容を添えた1枚の台帳(`handover.html`)を書き出します。`recovery` は障害の issue に、どの段階まで復旧したか、次の段階に何が残っているか、報告の下書きを書き込みます。"
		},
		language: {
			name: "language",
			form: language,
			en: "`ja` or `en`: the language of the report. By default the ledger's own (`site.language`).",
			ja: "報告の言語(`ja` または `en`)。省略時は台帳の `site.language` に従います。"
		},
		token: {
			name: "github-token",
			form: textOf(words),
			expression: "github.token",
			isSecret: true,
			en: "The token that reads and writes the issue. Needs `issues: write`.",
			ja: "issue を読み書きするトークン。`issues: write` の権限が必要です。"
		},
		openOn: {
			name: "open-on",
			form: setOf([
				"drift",
				"expiring",
				"stale",
				"unknown",
				"gap",
				"danger"
			], inBoth("KIND,…", "種類,…")),
			default: "drift,expiring,stale,unknown,danger",
			en: "What opens the issue or keeps it open. `danger` stands for a score of 0 to 3.",
			ja: "issue を開く(開いたままにする)指摘の種類。`danger` は10項目のうち0〜3項目しかそろっていない状態です。"
		},
		failOn: {
			name: "fail-on",
			form: optional(failOn),
			en: "Kinds of findings that fail the step, or `never`. By default `never`; in pull requests `drift,expiring,stale` on lines that the change touches, and a lower score. An unreadable ledger, a crash and a failed publication always do.",
			ja: "ステップを失敗にする指摘の種類、または `never`。省略時は `never` で、プルリクエストでは、変更した行の `drift,expiring,stale` と点数の低下で失敗します。台帳を読めないとき、内部エラー、公開の失敗は、つねに失敗とします。"
		},
		labels: {
			name: "issue-labels",
			form: listOf(inBoth("LABEL,…", "ラベル,…")),
			default: "recovery-ledger",
			en: "Labels of the issue, separated by commas. The first one finds the issue again.",
			ja: "issue に付けるラベル(コンマ区切り)。先頭のラベルで issue を見つけます。"
		},
		assignees: {
			name: "assignees",
			form: assignees,
			en: "Logins, or `party=login`, separated by commas or lines.",
			ja: "担当者のログイン名、または `関係者=ログイン名`(コンマまたは改行区切り)。"
		},
		outputDir: {
			name: "output-dir",
			form: textOf(folder),
			default: "recovery-ledger",
			en: "Where files are written, `<output-dir>/<ledger path>/`: `report.json`; in monthly and handover runs `calendar.ics` with every date that is to come; before a handover `handover.html` and `questions.md`; in a recovery the drafts of both reports.",
			ja: "ファイルの出力先。`<output-dir>/<台帳のパス>/` に `report.json` を書き出します。月次点検と引き継ぎでは、これからの日付をまとめた `calendar.ics` も、引き継ぎではさらに `handover.html` と `questions.md` を、復旧では2つの報告の下書きを書き出します。"
		},
		propose: {
			name: "propose",
			form: choice([
				"patch",
				"pull-request",
				"none"
			]),
			default: "patch",
			en: "`patch`: the issue shows the change that `recovery-ledger accept` would make where the ledger may simply be behind. `pull-request`: a pull request has it, kept up to date, and the issue links it (needs `contents: write` and `pull-requests: write`; a branch that somebody commits to, and a pull request that somebody closes, are left alone). `none`: neither.",
			ja: "`patch`: 台帳が古いだけのところについて、`recovery-ledger accept` が書き換える内容を issue に示します。`pull-request`: 書き換える内容のプルリクエストを作り、点検のたびに更新し、issue からリンクします(`contents: write` と `pull-requests: write` が必要です。人がコミットしたブランチと、人が閉じたプルリクエストには触りません)。`none`: どちらもしません。"
		},
		heartbeatUrl: {
			name: "heartbeat-url",
			form: optional(secretAddress),
			isSecret: true,
			en: "Fetched when a full monthly or handover run has published what it found, so that a watch outside GitHub notices when the check itself stops. Never shown.",
			ja: "すべてを見る月次点検・引き継ぎの結果を公開し終えたときにアクセスするアドレス。点検そのものが止まったことに、GitHub の外で気付けます。値は表示しません。"
		},
		shard: {
			name: "shard",
			form: optional(shard),
			en: "`i/n`: this job checks the i-th n-th of the ledgers, for the jobs of a matrix. Split by path: a new ledger moves no other.",
			ja: "`i/n`: 台帳を n 個に分けた i 番目だけを点検します(matrix のジョブ用)。台帳のパスで分けるので、台帳が増えてもほかの分け方は変わりません。"
		}
	},
	init: {
		output: {
			name: "output",
			form: textOf(file),
			default: usualFile,
			en: "Where the ledger is written. A file that is there is never overwritten.",
			ja: "台帳の書き込み先。すでにあるファイルは上書きしません。"
		},
		from: {
			name: "from",
			form: optional(textOf(file)),
			en: "A part of a ledger that you keep for every site: parties, contacts, access, …",
			ja: "いつもの連絡先や管理画面などを書いた、台帳の一部。"
		}
	},
	check: {
		format: {
			name: "format",
			form: choice([
				"text",
				"json",
				"markdown",
				"html"
			]),
			default: "text",
			en: "What is printed: `markdown` is the text of the issue, `html` the page of a handover.",
			ja: "出力の形式。`markdown` は issue の本文、`html` は引き継ぎ用の1枚です。"
		},
		offline: {
			name: "offline",
			form: flag,
			en: "Reads the ledger and the files beside it, and looks at nothing else.",
			ja: "台帳とその横のファイルだけを読み、外部には接続しません。"
		},
		base: {
			name: "base",
			form: optional(textOf(file)),
			en: "The ledger before a change: says what the change makes better or worse.",
			ja: "変更前の台帳。変更で良くなる点・悪くなる点を示します。"
		},
		outputDir: {
			name: "output-dir",
			form: optional(textOf(folder)),
			en: "Also writes `report.json` and `calendar.ics` to `DIR/<ledger path>/`.",
			ja: "`report.json` と `calendar.ics` を `フォルダー/<台帳のパス>/` にも書き出します。"
		}
	},
	accept: {
		findings: {
			name: "only",
			form: idsOf(inBoth("ID", "指摘の ID")),
			en: "Takes in these findings alone, by id. By default all that can be taken in.",
			ja: "この指摘だけを取り込みます。省略時は、取り込めるものすべてです。"
		},
		by: {
			name: "by",
			form: optional(textOf(inBoth("ID", "ID"))),
			en: "Contact or party that the line under `changes` names.",
			ja: "`changes` の行に書く連絡先か関係者の id。"
		}
	},
	questions: {
		format: {
			name: "format",
			form: choice(["text", "markdown"]),
			default: "text",
			en: "What is printed.",
			ja: "出力の形式。"
		},
		vendor: {
			name: "vendor",
			form: flag,
			en: "What to ask an existing maintenance vendor.",
			ja: "既存の保守会社に送る質問だけにします。"
		}
	},
	merge: {
		format: {
			name: "format",
			form: choice([
				"text",
				"json",
				"markdown"
			]),
			default: "text",
			en: "What is printed.",
			ja: "出力の形式。"
		},
		ledgers: {
			name: "ledger",
			form: linesWith(file),
			en: "Path or glob of the ledgers that there are: one without a report is shown as not checked.",
			ja: "あるはずの台帳のパス、またはグロブ。report.json がないものを「点検されていません」と示します。"
		}
	},
	explain: {},
	schema: {},
	completion: {}
};
/** Every option that a place has, by its key in `Values`: first those that it alone has. */
function optionsOf(place) {
	const isIn = (places) => places.includes(place);
	const shared = Object.entries(several).filter(([, option]) => isIn(option.in));
	return {
		...own[place],
		...Object.fromEntries(shared),
		...isIn(looking) ? network : {}
	};
}
/** Reads all options of a place. `textOf` gives what stands for one, empty for nothing. @throws InputProblem */
function readOptions(place, textOf) {
	const entries = Object.entries(optionsOf(place)).filter(([, { isSecret }]) => place !== "action" || isSecret !== true).map(([id, option]) => [id, readOption(option, textOf(option))]);
	return Object.fromEntries(entries);
}
/** What one option says. @throws InputProblem */
function readOption(option, text) {
	const given = /^[\s,]*$/.test(text) ? "" : text.trim();
	return option.form.read(given || (option.default ?? ""), option.name);
}
function quoted(names, separator) {
	return names.map((name) => `\`${name}\``).join(separator);
}

export { readOptions as i, optionsOf as n, readOption as r, network as t };