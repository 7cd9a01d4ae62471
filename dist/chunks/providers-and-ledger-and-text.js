import { r as __toESM } from "./runtime.js";
import { t as Temporal } from "./temporal-polyfill.js";
import { A as registry, C as record, E as union, T as string, _ as boolean, b as looseObject, c as ZodObject, d as ZodPrefault, f as ZodRecord, g as array, h as _enum, l as ZodOptional, m as ZodUnion, r as ZodDefault, t as ZodArray, u as ZodPipe, v as int, w as strictObject, x as number, y as literal } from "./zod.js";
import { a as dayMs, c as isDay, f as parseDuration, i as Size, m as roughMilliseconds, n as Duration, r as Hours, s as hourMs, t as Day } from "./text-values.js";
import { t as require_ipaddr } from "./ipaddr.js";
import { t as isMapping } from "./text-mapping.js";
import { n as regionForm } from "./providers-aws-region.js";
import { a as numericId, i as exactlyOneOf, o as text$1, s as uuid, t as choiceKeys } from "./providers-parts.js";
import { t as zoneForm } from "./providers-sakura-cloud-zone.js";
import { t as nearest } from "./text-nearest.js";
import { r as languages } from "./text-language.js";
import { n as zoneMeant, t as isTimeZone } from "./text-zone.js";
import { domainToASCII } from "node:url";

// src/providers/aws/target.ts
var import_ipaddr = /* @__PURE__ */ __toESM(require_ipaddr(), 1);
/** The region of a target, where the environment's is not meant. It becomes part of a host's name. */
const region = string().regex(regionForm, "ap-northeast-1").optional();

// src/providers/aws/variables.ts
/** The variables of AWS's own tools, for the schemas of this family. */
const awsVariables = [
	{
		name: "AWS_ACCESS_KEY_ID",
		needed: true,
		purpose: {
			en: "the access key’s id; not needed with `role`",
			ja: "アクセスキーのID(`role` があれば不要)"
		}
	},
	{
		name: "AWS_SECRET_ACCESS_KEY",
		needed: true,
		purpose: {
			en: "the access key’s secret; not needed with `role`",
			ja: "アクセスキーのシークレット(`role` があれば不要)"
		}
	},
	{
		name: "AWS_SESSION_TOKEN",
		needed: false,
		purpose: {
			en: "goes with keys that last for a session",
			ja: "一時的なキーに付くトークン"
		}
	},
	{
		name: "AWS_REGION",
		needed: false,
		isOpen: true,
		purpose: {
			en: "the region, where the ledger names none",
			ja: "台帳にリージョンを書かない場合のリージョン"
		}
	},
	{
		name: "AWS_DEFAULT_REGION",
		needed: false,
		isOpen: true,
		purpose: {
			en: "the same, as the AWS CLI calls it; read where AWS_REGION is not set",
			ja: "同上(AWS CLI での名前)。AWS_REGION がない場合に読みます"
		}
	}
];

// src/providers/aws-backup/schema.ts
/** What AWS Backup keeps in one vault, or of one resource in whichever vault. */
const schema$19 = {
	target: exactlyOneOf(strictObject({
		region,
		vault: string().regex(/^[A-Za-z0-9_-]{2,50}$/, "example-vault").optional(),
		resource: string().regex(/^arn:aws(?:-[a-z]+)*:[a-z0-9-]+:[a-z0-9-]*:(?:\d{12})?:[A-Za-z0-9_./:-]{1,255}$/, "arn:aws:rds:ap-northeast-1:123456789012:db:example-db").optional()
	}), "vault", "resource"),
	variables: awsVariables,
	permission: {
		en: "`backup:ListBackupJobs`, and `backup:ListRecoveryPointsByBackupVault` of a vault or `backup:ListRecoveryPointsByResource` of a resource",
		ja: "`backup:ListBackupJobs` と、ボールトなら `backup:ListRecoveryPointsByBackupVault`、リソースなら `backup:ListRecoveryPointsByResource`"
	}
};

// src/providers/aws-ebs/schema.ts
/** A volume of EC2's block store. */
const schema$18 = {
	target: strictObject({
		region,
		volume: string().regex(/^vol-[0-9a-f]{8,17}$/, "vol-0a1b2c3d4e5f60718")
	}),
	variables: awsVariables,
	permission: {
		en: "`ec2:DescribeSnapshots`",
		ja: "`ec2:DescribeSnapshots`"
	}
};

// src/providers/aws-lightsail/schema.ts
const resource = (example) => string().regex(/^\w[\w-]{0,253}\w$/, example).optional();
/** An instance, a disk or a database of Lightsail. */
const schema$17 = {
	target: exactlyOneOf(strictObject({
		region,
		instance: resource("example-wordpress"),
		disk: resource("example-disk"),
		database: resource("example-db")
	}), "instance", "disk", "database"),
	variables: awsVariables,
	permission: {
		en: "`lightsail:GetAutoSnapshots` and `lightsail:GetInstanceSnapshots` (or `GetDiskSnapshots`); of a database `lightsail:GetRelationalDatabase` and `lightsail:GetRelationalDatabaseSnapshots`",
		ja: "`lightsail:GetAutoSnapshots` と `lightsail:GetInstanceSnapshots`(ディスクなら `GetDiskSnapshots`)。データベースなら `lightsail:GetRelationalDatabase` と `lightsail:GetRelationalDatabaseSnapshots`"
	}
};

// src/providers/aws-rds/schema.ts
const identifier = (example) => string().regex(/^(?=.{1,63}$)[A-Za-z](?:-?[A-Za-z0-9])*$/, example);
/** A DB instance of RDS, or a cluster of Aurora (or a Multi-AZ one). */
const schema$16 = {
	target: exactlyOneOf(strictObject({
		region,
		instance: identifier("example-db").optional(),
		cluster: identifier("example-cluster").optional()
	}), "instance", "cluster"),
	variables: awsVariables,
	permission: {
		en: "`rds:DescribeDBInstances`, `rds:DescribeDBSnapshots`; of a cluster `rds:DescribeDBClusters`, `rds:DescribeDBClusterSnapshots`",
		ja: "`rds:DescribeDBInstances` と `rds:DescribeDBSnapshots`(クラスターの場合は `rds:DescribeDBClusters` と `rds:DescribeDBClusterSnapshots`)"
	}
};

// src/providers/azure-blob/schema.ts
/** A place in a container of an Azure storage account. */
const schema$15 = {
	target: strictObject({
		"account-name": string().regex(/^[a-z0-9]{3,24}$/, "examplebackups"),
		container: string().regex(/^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*$/, "backups"),
		...choiceKeys
	}),
	variables: [
		{
			name: "AZURE_STORAGE_SAS_TOKEN",
			needed: false,
			purpose: {
				en: "a shared access signature that may list",
				ja: "一覧だけを許す SAS トークン"
			}
		},
		{
			name: "AZURE_STORAGE_KEY",
			needed: false,
			purpose: {
				en: "a key of the storage account",
				ja: "ストレージアカウントのキー"
			}
		},
		{
			name: "AZURE_CLIENT_ID",
			needed: false,
			isOpen: true,
			purpose: {
				en: "the application that trusts this repository",
				ja: "このリポジトリを信頼するアプリのID"
			}
		},
		{
			name: "AZURE_TENANT_ID",
			needed: false,
			isOpen: true,
			purpose: {
				en: "the directory of that application",
				ja: "そのアプリのテナントID"
			}
		}
	],
	permission: {
		en: "`Storage Blob Data Reader` on the container, or a SAS with `sp=l`",
		ja: "コンテナーに対する `Storage Blob Data Reader`、または `sp=l` の SAS"
	}
};

// src/providers/by-hand/schema.ts
/** Nobody to ask: a person saw the newest backup, on this day, and says where. */
const schema$14 = {
	target: strictObject({
		newest: Day.optional(),
		evidence: text$1.optional()
	}),
	variables: [],
	permission: {
		en: "none: nothing is asked",
		ja: "不要(問い合わせ先がないため)"
	}
};

// src/providers/conoha/schema.ts
const openStack = {
	en: "the same, by the name of OpenStack’s tools",
	ja: "同じもの(OpenStack のツールの変数名)"
};
/** A server, a volume, or saved images by the start of their name, at ConoHa VPS (version 3). */
const schema$13 = {
	target: exactlyOneOf(strictObject({
		region: string().regex(/^c\dj\d$/, "c3j1").optional(),
		server: uuid("5da9552d-93fa-4b86-8fe5-2968556017f7").optional(),
		volume: uuid("5026a03f-01e3-4188-899b-8738538f47db").optional(),
		image: text$1.optional()
	}), "server", "volume", "image"),
	variables: [
		{
			name: "OPENSTACK_USER_ID",
			needed: true,
			purpose: {
				en: "the API user’s id",
				ja: "API ユーザーの ID"
			}
		},
		{
			name: "OPENSTACK_PASSWORD",
			needed: true,
			purpose: {
				en: "its password",
				ja: "そのパスワード"
			}
		},
		{
			name: "OPENSTACK_TENANT_ID",
			needed: true,
			purpose: {
				en: "the tenant’s id",
				ja: "テナント ID"
			}
		},
		{
			name: "OS_USER_ID",
			needed: false,
			purpose: openStack
		},
		{
			name: "OS_PASSWORD",
			needed: false,
			purpose: openStack
		},
		{
			name: "OS_PROJECT_ID",
			needed: false,
			purpose: openStack
		}
	],
	permission: {
		en: "an API user; ConoHa has none that can only read",
		ja: "API ユーザー(読み取り専用のものはありません)"
	}
};

// src/providers/digitalocean/schema.ts
/** A Droplet, a volume or a database cluster of DigitalOcean, by its id. */
const schema$12 = {
	target: exactlyOneOf(strictObject({
		droplet: numericId("3164444").optional(),
		database: uuid("9cc10173-e9ea-4176-9dbc-a4cee4c4ff30").optional(),
		volume: uuid("7724db7c-e098-11e5-b522-000f53304e51").optional()
	}), "droplet", "database", "volume"),
	variables: [{
		name: "DIGITALOCEAN_ACCESS_TOKEN",
		needed: true,
		purpose: {
			en: "a personal access token",
			ja: "パーソナルアクセストークン"
		}
	}, {
		name: "DIGITALOCEAN_TOKEN",
		needed: false,
		purpose: {
			en: "the same, where the one above is not set",
			ja: "上の変数がない場合に読むトークン"
		}
	}],
	permission: {
		en: "a token with the scope `droplet:read`; of a volume `block_storage_snapshot:read`, of a database `database:read`",
		ja: "スコープ `droplet:read` のトークン(ボリュームなら `block_storage_snapshot:read`、データベースなら `database:read`)"
	}
};

// src/providers/google/target.ts
/** A project's id. https://cloud.google.com/resource-manager/docs/creating-managing-projects */
const project = string().regex(/^(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/, "example-project");

// src/providers/google/variables.ts
/** The variables of Google Cloud's own tools, for the schemas of this family. */
const googleVariables = [{
	name: "CLOUDSDK_AUTH_ACCESS_TOKEN",
	needed: true,
	purpose: {
		en: "an access token; not needed with the file below, nor with `role`",
		ja: "アクセストークン。下のファイルか `role` があれば不要"
	}
}, {
	name: "GOOGLE_APPLICATION_CREDENTIALS",
	needed: false,
	isOpen: true,
	purpose: {
		en: "the path of a credentials file: a service account’s key, or what google-github-actions/auth writes",
		ja: "認証情報ファイルのパス。サービスアカウントのキー、または google-github-actions/auth が作るファイル"
	}
}];

// src/providers/gcs/schema.ts
/** A place in a bucket of Google Cloud Storage. */
const schema$11 = {
	target: strictObject({
		bucket: string().regex(/^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/, "example-backups"),
		...choiceKeys,
		project: project.optional()
	}),
	variables: googleVariables,
	permission: {
		en: "`storage.objects.list` on the bucket",
		ja: "バケットに対する `storage.objects.list`"
	}
};

// src/providers/github/target.ts
/** `owner/name`; the run's own repository where the ledger names none. */
const repository = string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/, "example/site").optional();
/** The variables of GitHub's command line, in the order in which it takes them. */
const tokenVariables = [{
	name: "GH_TOKEN",
	needed: false,
	purpose: {
		en: "a token that may read another repository; the run’s own is read with the run’s token",
		ja: "別のリポジトリを読めるトークン(実行中のリポジトリは、実行に付くトークンで読みます)"
	}
}, {
	name: "GITHUB_TOKEN",
	needed: false,
	purpose: {
		en: "the same, where `GH_TOKEN` is not set",
		ja: "`GH_TOKEN` がない場合に使います"
	}
}];

// src/providers/github-artifact/schema.ts
/** What a workflow uploads under this name. */
const schema$10 = {
	target: strictObject({
		repository,
		name: text$1,
		branch: text$1.optional()
	}),
	variables: tokenVariables,
	permission: {
		en: "`actions: read`",
		ja: "`actions: read`"
	}
};

// src/providers/github-workflow/schema.ts
/** A workflow that makes backups, by the name of its file. */
const schema$9 = {
	target: strictObject({
		repository,
		workflow: string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*\.ya?ml$/, "backup.yml"),
		branch: text$1.optional()
	}),
	variables: tokenVariables,
	permission: {
		en: "`actions: read`",
		ja: "`actions: read`"
	}
};

// src/providers/google-cloud-sql/schema.ts
/** An instance of Cloud SQL. */
const schema$8 = {
	target: strictObject({
		project,
		instance: string().regex(/^[a-z](?:[a-z0-9-]{0,96}[a-z0-9])?$/, "example-db")
	}),
	variables: googleVariables,
	permission: {
		en: "`cloudsql.instances.get` and `cloudsql.backupRuns.list` in the project",
		ja: "プロジェクトに対する `cloudsql.instances.get` と `cloudsql.backupRuns.list`"
	}
};

// src/providers/healthchecks/schema.ts
/** A check at Healthchecks.io, or at a server of one's own, that a backup reports to. */
const schema$7 = {
	target: strictObject({
		check: string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, "a6c7b0a8a66bed0df66abfdab3c77736861703ee"),
		endpoint: string().regex(/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9._~-]+)*\/?$/i, "https://hc.example.com").optional()
	}),
	variables: [{
		name: "HC_API_KEY",
		needed: true,
		purpose: {
			en: "the project’s read-only API key",
			ja: "プロジェクトの読み取り専用 API キー"
		}
	}],
	permission: {
		en: "API key (read-only)",
		ja: "API key (read-only)"
	}
};

// src/providers/http-json/schema.ts
/** A JSON Pointer, RFC 6901. */
const pointer = (example) => string().regex(/^(?:\/(?:[^/~]|~[01])*)*$/, example);
const words = array(union([
	string(),
	number(),
	boolean()
])).min(1);
/** A zone that a time without one is in: a name, or an offset. */
const zone = string().superRefine((name, context) => {
	if (isZone(name)) return;
	context.addIssue({
		code: "invalid_format",
		format: "regex",
		pattern: "",
		input: name,
		message: "Asia/Tokyo"
	});
});
function isZone(name) {
	try {
		Temporal.PlainDateTime.from("2026-01-01T00:00").toZonedDateTime(name);
		return true;
	} catch {
		return false;
	}
}
/** A JSON document that says of one backup, or of several in a list, when it was made. */
const schema$6 = {
	target: strictObject({
		url: string().regex(/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?][^\s#]*)?$/i, "https://backup.example.com/status"),
		list: pointer("/backups").optional(),
		time: pointer("/last/finished"),
		"time-format": _enum([
			"auto",
			"iso",
			"seconds",
			"milliseconds"
		]).optional(),
		zone: zone.optional(),
		status: pointer("/last/state").optional(),
		good: words.optional(),
		failed: words.optional(),
		running: words.optional(),
		size: pointer("/last/bytes").optional()
	}).superRefine((value, context) => {
		const needs = (key, other) => {
			if (value[key] === void 0 || value[other] !== void 0) return;
			context.addIssue({
				code: "custom",
				path: [key],
				params: {
					problem: "needs",
					key,
					needs: [other]
				}
			});
		};
		needs("status", "good");
		for (const key of [
			"good",
			"failed",
			"running"
		]) needs(key, "status");
	}),
	variables: [],
	permission: {
		en: "a header for this host in the input `credentials`, if it asks for one",
		ja: "確認先が認証を求める場合は、入力 `credentials` に書いたこのホスト用のヘッダー"
	}
};

// src/providers/http-last-modified/schema.ts
/** A file that each backup overwrites. */
const schema$5 = {
	target: strictObject({ url: string().regex(/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?][^\s#]*)?$/i, "https://backup.example.com/db.sql.gz") }),
	variables: [],
	permission: {
		en: "a header for this host in the input `credentials`",
		ja: "入力 `credentials` に書いたこのホスト用のヘッダー"
	}
};

// src/providers/kinsta/schema.ts
/** An environment of a site at Kinsta, by its id. */
const schema$4 = {
	target: strictObject({ environment: uuid("54fb80af-576c-4fdc-ba4f-b596c83f15a1") }),
	variables: [{
		name: "KINSTA_API_KEY",
		needed: true,
		purpose: {
			en: "an API key of MyKinsta",
			ja: "MyKinsta の API キー"
		}
	}],
	permission: {
		en: "an API key of a \"Company developer\"; Kinsta has none that can only read",
		ja: "「Company developer」の権限を持つユーザーの API キー(読み取り専用のキーはありません)"
	}
};

// src/providers/s3/schema.ts
/** A place in an object store that speaks the S3 protocol. Without `endpoint` it is AWS's. */
const schema$3 = {
	target: strictObject({
		bucket: string().regex(/^[a-z0-9](?:[a-z0-9.-]{1,61}[a-z0-9])$/, "example-backups"),
		region: string().regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/, "ap-northeast-1").optional(),
		endpoint: string().regex(/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?\/?$/i, "https://s3.example.com").optional(),
		...choiceKeys
	}),
	variables: awsVariables,
	permission: {
		en: "`s3:ListBucket` on the bucket",
		ja: "バケットに対する `s3:ListBucket`"
	}
};

// src/providers/restic-s3/schema.ts
/** A repository of restic in an object store, as `s3` reaches one; `prefix` is where the repository begins. */
const schema$2 = {
	target: schema$3.target.omit({
		suffix: true,
		pattern: true,
		series: true
	}),
	variables: schema$3.variables,
	permission: schema$3.permission
};

// src/providers/sakura-cloud/schema.ts
/** A disk, archives by the start of their name, or a database appliance in a zone of Sakura Cloud. */
const schema$1 = {
	target: exactlyOneOf(strictObject({
		zone: string().regex(zoneForm, "is1a").optional(),
		disk: numericId("113300000002").optional(),
		archive: text$1.optional(),
		database: numericId("113300000003").optional()
	}), "disk", "archive", "database"),
	variables: [
		{
			name: "SAKURA_ACCESS_TOKEN",
			needed: true,
			purpose: {
				en: "an API key’s access token",
				ja: "API キーのアクセストークン"
			}
		},
		{
			name: "SAKURA_ACCESS_TOKEN_SECRET",
			needed: true,
			purpose: {
				en: "its secret",
				ja: "そのアクセストークンシークレット"
			}
		},
		{
			name: "SAKURACLOUD_ACCESS_TOKEN",
			needed: false,
			purpose: {
				en: "the same, by its earlier name",
				ja: "同じもの(以前の変数名)"
			}
		},
		{
			name: "SAKURACLOUD_ACCESS_TOKEN_SECRET",
			needed: false,
			purpose: {
				en: "the same, by its earlier name",
				ja: "同じもの(以前の変数名)"
			}
		},
		{
			name: "SAKURA_ZONE",
			needed: false,
			isOpen: true,
			purpose: {
				en: "the zone, where the ledger names none (or SAKURACLOUD_ZONE)",
				ja: "台帳にゾーンを書かない場合のゾーン(SAKURACLOUD_ZONE も可)"
			}
		},
		{
			name: "SAKURACLOUD_ZONE",
			needed: false,
			isOpen: true,
			purpose: {
				en: "the same, by its earlier name",
				ja: "同じもの(以前の変数名)"
			}
		}
	],
	permission: {
		en: "an API key with the access level “View resources”",
		ja: "アクセスレベルが「リソース閲覧」の API キー"
	}
};

// src/providers/wpengine/schema.ts
/** An environment ("install") at WP Engine, by its id. */
const schema = {
	target: strictObject({ install: uuid("294deacc-d8b8-4005-82c4-0727ba8ddde0") }),
	variables: [{
		name: "WPE_API_USER_ID",
		needed: true,
		purpose: {
			en: "the API user’s name",
			ja: "API ユーザー名"
		}
	}, {
		name: "WPE_API_PASSWORD",
		needed: true,
		purpose: {
			en: "the API user’s password",
			ja: "API ユーザーのパスワード"
		}
	}],
	permission: {
		en: "API access of a user with partial access to this environment",
		ja: "この環境だけに partial access を持つユーザーの API アクセス"
	}
};

// src/providers/registry.ts
/** Every provider that this version looks at, by the name that the ledger gives. A new one is one line, and its import. */
const entries = {
	"aws-backup": {
		schema: schema$19,
		load: () => import("./providers-aws-backup.js")
	},
	"aws-ebs": {
		schema: schema$18,
		load: () => import("./providers-aws-ebs.js")
	},
	"aws-lightsail": {
		schema: schema$17,
		load: () => import("./providers-aws-lightsail.js")
	},
	"aws-rds": {
		schema: schema$16,
		load: () => import("./providers-aws-rds.js")
	},
	"azure-blob": {
		schema: schema$15,
		load: () => import("./providers-azure-blob.js")
	},
	"by-hand": {
		schema: schema$14,
		load: null
	},
	conoha: {
		schema: schema$13,
		load: () => import("./providers-conoha.js")
	},
	digitalocean: {
		schema: schema$12,
		load: () => import("./providers-digitalocean.js")
	},
	gcs: {
		schema: schema$11,
		load: () => import("./providers-gcs.js")
	},
	"github-artifact": {
		schema: schema$10,
		load: () => import("./providers-github-artifact.js")
	},
	"github-workflow": {
		schema: schema$9,
		load: () => import("./providers-github-workflow.js")
	},
	"google-cloud-sql": {
		schema: schema$8,
		load: () => import("./providers-google-cloud-sql.js")
	},
	healthchecks: {
		schema: schema$7,
		load: () => import("./providers-healthchecks.js")
	},
	"http-json": {
		schema: schema$6,
		load: () => import("./providers-http-json.js")
	},
	"http-last-modified": {
		schema: schema$5,
		load: () => import("./providers-http-last-modified.js")
	},
	kinsta: {
		schema: schema$4,
		load: () => import("./providers-kinsta.js")
	},
	"restic-s3": {
		schema: schema$2,
		load: () => import("./providers-restic-s3.js")
	},
	s3: {
		schema: schema$3,
		load: () => import("./providers-s3.js")
	},
	"sakura-cloud": {
		schema: schema$1,
		load: () => import("./providers-sakura-cloud.js")
	},
	wpengine: {
		schema,
		load: () => import("./providers-wpengine.js")
	}
};
const providers = entries;
/** The provider of this name; null where this version has none. */
function providerNamed(name) {
	return Object.hasOwn(providers, name) ? providers[name] : null;
}

// src/ledger/schema/key.ts
const knowledge = registry();
/** A type with what it is for; also a key that may be left out since its type has a default. */
function noted(type, en, ja, ...examples) {
	knowledge.add(type, {
		...knowledge.get(type),
		en,
		ja,
		...examples.length === 0 ? {} : { examples }
	});
	return type;
}
/** A key that may be left out: a hole is a gap, and no error. */
function key(type, en, ja, ...examples) {
	const value = type.optional();
	return en === void 0 || ja === void 0 ? value : noted(value, en, ja, ...examples);
}
/** A key that must be there. */
function needed(type, en, ja, ...examples) {
	return noted(type.clone(), en, ja, ...examples);
}
/** A type with a check of what it cannot say. */
function checked(type, check) {
	knowledge.add(type, {
		...knowledge.get(type),
		check
	});
	return type;
}
/** What is said of a key: by itself, else by its type. */
function noteOf(value) {
	const own = knowledge.get(value) ?? {};
	if (!isWrapped(value)) return own;
	return {
		...noteOf(value.def.innerType),
		...own
	};
}
/** What a type may be at the place itself: without what says that it may be left out, each branch of a union. */
function branchesOf(type) {
	if (isWrapped(type)) return branchesOf(type.def.innerType);
	if (type instanceof ZodUnion) return type.options.flatMap((each) => branchesOf(each));
	return !(type instanceof ZodPipe) || knowledge.get(type)?.check !== void 0 ? [type] : branchesOf(type.in);
}
/** The type of what stands at `part` inside of a type; null where nothing is said of that. */
function stepInto(type, part) {
	if (typeof part === "number") return type instanceof ZodArray ? type.element : null;
	if (type instanceof ZodRecord) return type.valueType;
	return type instanceof ZodObject && Object.hasOwn(type.shape, part) ? type.shape[part] : null;
}
function isWrapped(type) {
	return type instanceof ZodOptional || type instanceof ZodDefault || type instanceof ZodPrefault;
}

// src/text/country.ts
/**
* The countries whose public holidays are known (ISO 3166-1 alpha-2): those of the library that is asked for the days
* (src/edge/holidays.ts), whose table is too large to be read with every ledger. A test holds both together.
*/
const holidayCountries = "AD AE AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU IC ID IE IL IM IN IR IS IT JE JM JP KE KM KN KR KY KZ LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MK ML MQ MR MS MT MU MW MX MY MZ NA NC NE NF NG NI NL NO NZ PA PE PF PH PK PL PM PR PT PY RE RO RS RU RW SA SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SZ TC TD TG TH TN TO TR TT TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF XK YT ZA ZM ZW".split(" ");
/** Codes of three letters (ISO 3166-1 alpha-3) and what people write, where the name does not lead there. */
const otherNames = Object.fromEntries("AUS:AU AUT:AT BEL:BE BRA:BR CAN:CA CHE:CH CHN:CN CZE:CZ DEU:DE DNK:DK ESP:ES EST:EE FIN:FI FRA:FR GBR:GB GRC:GR HKG:HK HUN:HU IDN:ID IND:IN IRL:IE ISL:IS ISR:IL ITA:IT JPN:JP KOR:KR LTU:LT LUX:LU LVA:LV MEX:MX MYS:MY NLD:NL NOR:NO NZL:NZ PHL:PH POL:PL PRT:PT ROU:RO RUS:RU SGP:SG SVK:SK SVN:SI SWE:SE THA:TH TUR:TR TWN:TW UKR:UA USA:US VNM:VN ZAF:ZA UK:GB ENGLAND:GB KOREA:KR AMERICA:US JA:JP".split(" ").map((each) => each.split(":")));
/** Whether the public holidays of a country are known by its code, in any case. */
function hasHolidays(code) {
	return holidayCountries.includes(code.trim().toUpperCase());
}
/** The code that a country's name (English or Japanese) or another code of it means; null where none is near. */
function countryCode(written) {
	const word = written.trim().normalize("NFKC").toUpperCase();
	if (Object.hasOwn(otherNames, word)) return otherNames[word];
	const names = /* @__PURE__ */ new Map();
	for (const language of languages) {
		const nameOf = new Intl.DisplayNames([language], { type: "region" });
		for (const code of holidayCountries) names.set(nameOf.of(code).toUpperCase(), code);
	}
	const name = names.has(word) ? word : word.length < 4 ? null : nearest(word.slice(0, 60), names.keys());
	return name === null ? null : names.get(name);
}

// src/ledger/mistake.ts
const mistake = (code, path, data, atKey = false) => [{
	code,
	path,
	data,
	atKey
}];

// src/ledger/schema/values.ts
const text = string().trim().min(1);
const texts = array(text);
/** A text that has to pass a check, with the one that it had before it was trimmed. */
function textWith(check) {
	const only = (value, path, context) => typeof value === "string" && value.trim() !== "" ? check(value.trim(), path, context) : [];
	return checked(string().trim().min(1), only);
}
function idsIn(plain, ...path) {
	let here = plain;
	for (const part of path) here = isMapping(here) ? here[part] : void 0;
	return isMapping(here) ? Object.keys(here).filter((id) => id !== "common") : [];
}
function reference(to) {
	return textWith((id, path, { plain }) => {
		const contacts = idsIn(plain, "contacts");
		const parties = idsIn(plain, "parties");
		const known = {
			contact: contacts,
			party: parties,
			"contact-or-party": [...contacts, ...parties],
			endpoint: idsIn(plain, "reality", "endpoints"),
			backup: idsIn(plain, "reality", "backups")
		}[to];
		if (parties.length === 0 && (to === "party" || to === "contact-or-party")) return [];
		if (known.includes(id)) return [];
		return mistake("reference", path, {
			to,
			id,
			get nearest() {
				return nearest(id, known);
			},
			known
		});
	});
}
const contact = reference("contact");
const party = reference("party");
const contactIds = array(contact);
const partyIds = array(party);
const endpointIds = array(reference("endpoint"));
const backupIds = array(reference("backup"));
const contactId = noted(contact.clone(), "Contact (id).", "連絡先の id。", "maintenance-desk");
const partyId = noted(party.clone(), "Party (id).", "関係者の id。", "maintenance");
/** A contact or a party. */
const whoId = noted(reference("contact-or-party"), "Contact or party (id).", "連絡先または関係者の id。", "maintenance");
/** A day that has come. */
const pastDay = checked(Day.clone(), (value, path, { today }) => typeof value === "string" && isDay(value.trim()) && value.trim() > today ? mistake("future-date", path, {
	found: value.trim(),
	today
}) : []);
const timezone = textWith((zone, path) => isTimeZone(zone) ? [] : mistake("timezone", path, {
	found: zone,
	meant: zoneMeant(zone)
}));
/** A country whose public holidays are known. */
const holidayCountry = textWith((found, path) => hasHolidays(found) ? [] : mistake("country", path, {
	found,
	meant: countryCode(found)
}));
/**
* A span that people need, or after which they look again: nobody means minutes by it. `2m` is two minutes where two
* months were meant, and as such would silence what it is there for.
*/
const spanOfDays = spanFrom(dayMs, "day");
/** A span that a machine may keep to as well. */
const spanOfHours = spanFrom(hourMs, "hour");
function spanFrom(leastMs, least) {
	return checked(Duration.clone(), (value, path) => {
		const span = typeof value === "string" ? parseDuration(value) : null;
		if (span === null || roughMilliseconds(span) >= leastMs) return [];
		return mistake("span-too-short", path, {
			found: span.text,
			months: monthsMeant(span.text),
			least
		});
	});
}
/** `2m` as it is written where it means months. */
function monthsMeant(text) {
	const count = /^(\d{1,3})\s*m$/.exec(text)?.[1];
	return count === void 0 || Number(count) === 0 ? null : `${Number(count)} ${Number(count) === 1 ? "month" : "months"}`;
}
const webAddress = textWith((url, path) => isWebAddress(url) ? [] : mistake("url", path, { found: url }));
function isWebAddress(url) {
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return false;
	const { hostname, username, password } = new URL(url);
	return hostname !== "" && username === "" && password === "";
}
/** A web address, or words. */
const place = textWith((found, path) => /^[a-z][a-z0-9+.-]*:\/\//i.test(found) && !isWebAddress(found) ? mistake("url", path, { found }) : []);
/** Whether a text is a host name as DNS and certificates know it; underscores are fine in DNS. */
function isHostName(name) {
	if (/[\s/:@]/.test(name)) return false;
	const ascii = domainToASCII(name.replace(/\.$/, "").replaceAll("_", "x").replace(/^\*\./, ""));
	return ascii !== "" && ascii.length <= 253 && ascii.split(".").every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label));
}
const hostName = textWith((name, path) => isHostName(name) || import_ipaddr.default.isValid(name) ? [] : mistake("host", path, { found: name }));
/** A name that can be connected to: nothing answers under a star. */
const serverName = textWith((name, path) => isHostName(name) && !name.startsWith("*") || import_ipaddr.default.isValid(name) ? [] : mistake("host", path, { found: name }));
/** Entries by the domain that each is about. */
function byDomain(entry) {
	return checked(record(string(), entry), (value, path) => Object.keys(isMapping(value) ? value : {}).flatMap((domain) => isHostName(domain) ? [] : mistake("host", [...path, domain], { found: domain })));
}
const phone = textWith((number, path) => {
	const text = number.normalize("NFKC");
	return text.length <= 40 && /^\+?(?:[\d\s().\-ー−‐#*,;]|ext|x|内線|代表)+$/i.test(text) && /\d\D*\d/.test(text) ? [] : mistake("phone", path, { found: number });
});
/** One `@` with something before it, and behind it a dot that is neither first nor last. */
function isMailAddress(text) {
	if (!/^[^\s@<>]+@[^\s@<>]+$/.test(text)) return false;
	const dot = text.indexOf(".", text.indexOf("@") + 2);
	return dot > 0 && dot < text.length - 1;
}
const email = textWith((address, path) => isMailAddress(address) ? [] : mistake("email", path, { found: address }));
/** A day or a span of days off, in one year or in every year. */
const holiday = textWith((found, path) => {
	const parts = found.split("..");
	return parts.length <= 2 && parts.every((part) => isDay(part) || /^\d{2}-\d{2}$/.test(part) && isDay(`2024-${part}`)) ? [] : mistake("holiday", path, { found });
});
const ruleName = textWith((name, path, { ruleNames }) => ruleNames.includes(name) ? [] : mistake("rule-name", path, {
	found: name,
	get nearest() {
		return nearest(name, ruleNames);
	}
}));
/** A runbook or template: a URL, or a path that stays in the work tree. */
const document = textWith((found, path, { folder }) => {
	if (/^https?:\/\//i.test(found)) return isWebAddress(found) ? [] : mistake("url", path, { found });
	if (/^[A-Za-z]:|^[\\/~]|\\|\u0000|^[a-z]+:\/\//.test(found)) return mistake("path-form", path, { found });
	const parts = folder === "" ? [] : folder.split("/");
	for (const part of found.split("/")) if (part === "..") {
		if (parts.length === 0) return mistake("path-outside", path, { found });
		parts.pop();
	} else if (part !== "" && part !== ".") parts.push(part);
	return parts.some((part) => part.toLowerCase() === ".git") ? mistake("path-in-git", path, { found }) : [];
});
const runbook = noted(document.clone(), "The steps, written down: a file beside the ledger (path from its folder) or a URL.", "手順書。台帳と同じリポジトリのファイル(台帳のフォルダーからのパス)か URL。", "docs/rollback.md");

// src/ledger/schema/recovery.ts
const Targets = strictObject({
	"first-report": key(Duration, "Until the first report.", "一次報告まで。"),
	"update-every": key(Duration, "Between two updates.", "次の更新までの間隔。"),
	provisional: key(Duration, "Until the main paths are back.", "暫定復旧(主要導線が戻る)まで。"),
	full: key(Duration, "Until normal operation.", "完全復旧まで。"),
	during: key(contactId, "Count only the hours of this contact (id).", "この連絡先の時間だけを数えます(id)。")
});
const stageVerify = key(endpointIds, "Endpoints that must answer (ids).", "正常であるべき確認先の id。", ["home"]);
const tolerates = key(text, "What may still be missing.", "この段階で許容する不具合。", "search and ranking pages", "検索とランキングは止まっていてよい");
const Stages = strictObject({
	agreed: key(pastDay, "Day of the agreement.", "合意した日。"),
	provisional: key(strictObject({
		verify: stageVerify,
		tolerates
	}), "The main paths are back.", "暫定復旧。主要導線が戻った状態。"),
	full: key(strictObject({
		verify: stageVerify,
		also: key(array(_enum([
			"performance",
			"monitoring",
			"backups"
		])), "What else must be normal.", "ほかに平常であるべきもの。"),
		tolerates
	}), "Normal operation, monitoring and backups included.", "完全復旧。監視とバックアップまで平常に戻った状態。"),
	permanent: key(strictObject({
		by: key(whoId),
		within: key(spanOfDays, "How soon after the recovery.", "復旧からの期限。")
	}), "The permanent measure, a task of its own.", "恒久対応(再発防止)。別のタスクにします。")
});
const by = key(whoId, "Who does it: contact or party (id).", "作業する人・窓口(連絡先または関係者の id)。");
const takes = key(Duration, "How long it takes.", "所要時間。");
const verify = key(union([_enum(["provisional", "full"]), endpointIds]), "What decides that it worked: `provisional`, `full`, or a list of endpoints (ids).", "何がOKなら成功か。`provisional`、`full`、または確認先の id の一覧。", "provisional", ["home"]);
const rehearsed = key(pastDay, "Day on which it was last tried, for real or around a table.", "実際に、または机上演習で最後に確かめた日。");
const Rollback = strictObject({
	what: key(text, "What is taken back.", "戻す対象。", "the last release", "直前のリリース"),
	when: key(texts, "Criteria: any of these, and it is rolled back.", "切り戻しの判断基準。", ["down for 30 minutes"], ["停止が30分を超えた"]),
	"approved-by": key(whoId, "Who approved the criteria: contact or party (id).", "判断基準を承認した人(連絡先または関係者の id)。", "client"),
	runbook: key(runbook),
	by,
	where: key(text, "Where it is done.", "作業する場所(管理画面など)。", "the deploy console", "デプロイの管理画面"),
	takes,
	verify,
	rehearsed
});
const Restore = strictObject({
	covers: key(texts, "What is restored: database, files, configuration, …", "戻す対象(database、files、configuration など)。", [
		"database",
		"files",
		"configuration"
	]),
	into: key(_enum(["staging-first", "production"]), "`staging-first`, or straight into `production`.", "戻す先。`staging-first`(検証環境で確認してから)か `production`(本番へ直接)。"),
	choose: key(text, "Which backup is taken.", "どのバックアップを使うか。", "the newest one from before the incident", "障害の前の、いちばん新しいもの"),
	runbook: key(runbook),
	by,
	takes,
	verify,
	backups: key(backupIds, "Backups under `reality` (ids).", "`reality` の `backups` の id。", ["daily"]),
	rehearsed
});
const Ability = noted(_enum([
	"restart",
	"apply-settings",
	"resize",
	"view-alerts",
	"view-logs",
	"restore",
	"confirm",
	"edit",
	"switch-maintenance",
	"renew",
	"change-nameservers",
	"failover",
	"replace",
	"block-path",
	"static-page",
	"purge"
]), "An ability.", "できること。");
const ways = {
	console: key(place, "Address of the console.", "管理画面の URL。", "https://console.example.jp/"),
	can: key(array(Ability), "What can be done there.", "そこでできること。"),
	holders: key(contactIds, "Who can enter (contacts); two at least.", "入れる人・窓口(連絡先の id)。2つ以上。", ["maintenance-desk", "owner"]),
	login: key(text, "Where the account is kept. Never the password.", "アカウントの保管場所。パスワードは書きません。", "the shared vault, \"site console\"", "共有の保管庫の「サイト管理画面」"),
	mfa: key(strictObject({
		method: key(_enum([
			"totp",
			"security-key",
			"passkey",
			"app",
			"sms",
			"sso",
			"none"
		]), "How the second factor works.", "認証の方法。"),
		"held-by": key(contactIds, "Who holds the second factor (contacts).", "認証の手段を持っている人・窓口(連絡先の id)。", ["maintenance-desk", "owner"])
	}), "The second factor.", "多要素認証。"),
	emergency: key(text, "How to enter when nobody of them is there.", "担当者が不在のときの入り方。", "the sealed envelope in the office safe", "金庫の封筒"),
	runbook: key(runbook),
	"one-party": key(text, "Why all holders may belong to one party.", "入れる人が1者だけでよい理由。", "both desks belong to one vendor by contract", "契約により、入れるのは保守会社だけ")
};
const verified = key(pastDay, "Day on which somebody last entered.", "実際に入れることを最後に確かめた日。");
const Access = noted(strictObject({
	...ways,
	verified
}), "A place that has to be entered.", "入る必要のある管理画面など。");
const Accesses = record(string(), Access);
const Entrance = strictObject({
	common: key(Access),
	domain: key(Access),
	dns: key(Access),
	certificate: key(Access),
	cdn: key(Access),
	bypass: key(Access)
});
const Log = noted(strictObject({
	where: key(place, "Where it is.", "見る場所。", "https://logs.example.jp/"),
	viewers: key(contactIds, "Who may look (contacts).", "見られる人・窓口(連絡先の id)。", ["maintenance-desk"])
}), "A log.", "ログ。");
const Evidence = strictObject({
	logs: key(strictObject({
		access: key(Log),
		application: key(Log),
		system: key(Log)
	}), "The logs.", "ログ。"),
	alerts: key(strictObject({
		where: key(text, "Where they are.", "見る場所。", "https://alerts.example.jp/"),
		to: key(contactIds, "Who receives them (contacts).", "届く先(連絡先の id)。", ["maintenance-desk"])
	}), "The alerts.", "アラート。"),
	changes: key(text, "Where changes are written down; `ledger`: under `changes` here.", "変更履歴の場所。`ledger` はこのファイルの `changes`。", "ledger")
});
const Templates = strictObject({
	"first-report": key(document, "File of the first report’s template.", "一次報告のテンプレートのファイル。", "docs/first-report.md"),
	"recovery-report": key(document, "File of the recovery report’s template.", "復旧報告のテンプレートのファイル。", "docs/recovery-report.md")
});

// src/ledger/schema/history.ts
const within = (standard, en, ja) => noted(spanOfDays.prefault(standard), en, ja);
const Review = strictObject({
	every: within("1 month", "Review by people. Default: 1 month.", "人による点検の間隔。省略時は 1 month。"),
	"verify-contacts-within": within("65d", "How long a contact stays verified. Default: 65d.", "連絡先の確認の有効期間。省略時は 65d。"),
	"verify-access-within": within("65d", "How long an access stays verified. Default: 65d.", "権限の確認の有効期間。省略時は 65d。"),
	"exercise-within": within("1y", "How long a tabletop exercise counts. Default: 1y.", "机上演習の有効期間。省略時は 1y。"),
	"rehearse-within": within("1y", "How long a rehearsal counts. Default: 1y.", "切り戻し・復元の確認の有効期間。省略時は 1y。"),
	"lead-time": within("14d", "Days that a person needs before something runs out. Default: 14d.", "期限切れの何日前までに着手するか。省略時は 14d。")
});
const date = needed(pastDay, "Day.", "日付。");
const until = key(Day, "By when.", "期限。");
const item = int().min(1).max(10);
const Exercise = noted(strictObject({
	date,
	kind: key(text, "Kind, such as tabletop.", "種類(tabletop など)。", "tabletop"),
	covered: key(texts, "What it covered: rollback, restore, contacts, …", "確かめたもの(rollback、restore、contacts など)。", [
		"rollback",
		"restore",
		"contacts"
	]),
	estimated: key(strictObject({
		rollback: takes,
		restore: takes
	}), "Times that were estimated.", "見積もった所要時間。"),
	note: key(text, "What came out of it.", "気づいたこと。", "the deputy could not enter the DNS console", "副判断者が DNS の管理画面に入れなかった")
}), "An exercise.", "演習の記録。");
const PastIncident = noted(strictObject({
	date,
	what: needed(text, "What happened.", "何が起きたか。", "the certificate ran out", "証明書の期限切れ"),
	"stopped-at": key(array(item), "Items at which the recovery stopped, 1 to 10.", "復旧が止まった項目(1〜10)。", [7]),
	prevention: key(text, "How it is kept from coming back.", "再発防止策。", "renewal is automatic and watched", "自動更新にして監視する"),
	by: key(whoId),
	until,
	done: key(pastDay, "Day on which it was done.", "完了した日。")
}), "An incident.", "障害の記録。");
const PlanEntry = noted(strictObject({
	item: needed(item, "Item, 1 to 10.", "項目(1〜10)。", 7),
	by: key(whoId),
	until
}), "A hole that somebody fills.", "埋める穴。");
const Change = noted(strictObject({
	date,
	by: key(whoId),
	what: needed(text, "What was changed.", "変更した内容。", "WordPress updated", "WordPress を更新")
}), "A change.", "変更。");
/** Silences one rule on one subject until its day. */
const Exception = noted(strictObject({
	rule: needed(ruleName, "Rule, such as tls/old-protocol.", "ルールの名前(tls/old-protocol など)。", "tls/old-protocol"),
	subject: needed(text, "Subject, as in the finding’s id.", "対象(指摘の id にあるもの)。", "www.example.jp"),
	because: needed(text, "Reason.", "理由。", "old terminals", "古い端末のため"),
	until: needed(Day, "Last day.", "期限。")
}), "Silences one rule on one subject until its day.", "1つの対象について、1つのルールの指摘を期限まで止めます。");

// src/ledger/schema/people.ts
const oneKey = (value, path) => {
	const keys = isMapping(value) ? Object.keys(value) : [];
	return isMapping(value) && keys.length !== 1 ? mistake("one-channel", path, { found: keys }) : [];
};
/** One way to reach a contact: exactly one key. */
const Channel = noted(strictObject({
	phone: key(phone, "Phone number, in quotes.", "電話番号(引用符で囲む)。", "+81-3-1234-5678"),
	email: key(email, "E-mail address.", "メールアドレス。", "desk@example.jp"),
	slack: key(text, "Slack channel.", "Slack のチャンネル。", "#oncall"),
	teams: key(text, "Teams channel.", "Teams のチャネル。", "Site operations"),
	chat: key(text, "Any other chat, in words.", "その他のチャット(言葉で)。", "Chatwork: web desk"),
	url: key(webAddress, "Page of a form or call service.", "フォームや呼び出しサービスの URL。", "https://call.example.jp/"),
	see: key(text, "Where the numbers are kept, if not here.", "番号の保管場所(台帳に書かない場合)。", "the contact list in the shared vault", "共有の連絡網")
}), "One way to reach it: exactly one key.", "連絡手段を1つ。キーは1つだけ書きます。", { phone: "+81-3-1234-5678" });
checked(Channel, oneKey);
const Holidays = strictObject({
	country: key(holidayCountry, "Public holidays of this country (ISO 3166, such as JP).", "祝日を休みとする国(JP など)。", "JP"),
	dates: key(array(holiday), "More days off: `2026-08-12`, or every year `12-29..01-03`.", "そのほかの休み。`2026-08-12`、毎年なら `12-29..01-03`。", ["2026-08-12", "12-29..01-03"])
});
const Contact = noted(strictObject({
	name: key(text, "Name of the contact.", "連絡先の名前。", "Emergency desk", "緊急窓口"),
	party: key(partyId, "Party that it belongs to (id).", "所属する関係者の id。"),
	kind: key(_enum(["desk", "person"]), "`desk`: somebody is always behind it; `person`: one human being.", "`desk`(窓口・当番)か `person`(個人)。"),
	hours: key(Hours, "When it answers: `24/365`, or windows such as `Mon-Fri 09:00-18:00`.", "つながる時間。`24/365`、または `Mon-Fri 09:00-18:00` のような時間帯。"),
	holidays: key(Holidays, "Days on which its windows do not count.", "休みの日。"),
	channels: key(array(Channel), "Ways to reach it, best first.", "連絡手段。優先する順。"),
	github: key(text, "GitHub user, or `org/team`.", "GitHub のユーザー名、または `組織/チーム`。", "octo-org/oncall"),
	verified: key(pastDay, "Day on which somebody last got through.", "実際につながることを最後に確かめた日。")
}), "A contact; the key is its id.", "連絡先。キーが id になります。");
const Condition = strictObject({
	when: key(text, "What has happened, in words.", "どのような事態か。", "The site is down", "サイトが表示されない"),
	"shown-by": key(endpointIds, "Endpoints that show it: one that fails is enough. Leave out what no machine can see.", "どれか1つでも失敗したら緊急とみなす確認先。機械で分からないものは書きません。", ["home"]),
	call: key(contactIds, "Contacts to call, in this order.", "連絡する順の連絡先。", ["maintenance-desk", "owner"]),
	"first-instruction": key(text, "The first thing to do.", "最初の指示。", "Stop all deploys and changes", "更新作業を止める")
});
const Emergency = strictObject({
	agreed: key(strictObject({
		date: key(pastDay, "Day of the agreement.", "合意した日。"),
		by: key(partyIds, "Parties that agreed (ids).", "合意した関係者の id。", ["client", "maintenance"])
	}), "When and by whom it was agreed.", "合意した日と相手。"),
	conditions: key(array(Condition), "Each emergency, with whom to call and what to do first.", "緊急の条件と、連絡する順、最初の指示。")
});
const stopOrEnd = (value, path) => {
	if (!isMapping(value)) return [];
	if ("none" in value && ("call" in value || "wait" in value)) return mistake("conflict", path, { keys: ["none", "call"] });
	return "none" in value || "call" in value ? [] : mistake("needs", path, {
		key: "wait",
		needs: ["call"]
	});
};
/** One stop of the route: a contact to call and how long to wait for it; or `none`: from here on nobody answers. */
const RouteStop = noted(strictObject({
	call: key(contactId),
	wait: key(Duration, "How long to wait before the next one is called.", "次の連絡先に進むまでの待ち時間。"),
	none: key(text, "From here on nobody answers: say so, and from when on again.", "この先は誰も出ないときに、その旨といつからつながるかを書きます。", "nobody until Mon 09:00", "月曜 9:00 までは誰も出ません")
}), "A stop of the route.", "連絡する相手。");
checked(RouteStop, stopOrEnd);
const FirstContact = strictObject({
	route: key(array(RouteStop), "Call from the top; after the wait, the next one.", "上から順に連絡し、待ち時間を過ぎたら次へ進みます。"),
	tell: key(texts, "What to tell the person who answers.", "連絡するときに伝えること。", [
		"since when",
		"which pages",
		"what was changed last"
	], [
		"いつから",
		"どの画面か",
		"直前に変更したこと"
	])
});
const Decision = noted(strictObject({
	decides: key(contactId, "Who decides: contact (id).", "判断者(連絡先の id)。", "owner"),
	deputy: key(contactId, "Who decides in their absence: somebody else.", "副判断者(別の連絡先の id)。", "deputy"),
	unreachable: key(text, "What to do if neither can be reached.", "どちらもつながらないときの決めごと。", "after 30 minutes the maintenance desk decides", "30分つながらなければ保守会社が判断する"),
	needs: key(texts, "What must be known to decide.", "判断に必要な情報。", ["impact", "how long it takes"], ["影響範囲", "所要時間"])
}), "A decision: `start-recovery`, `rollback`, `publication`.", "判断(`start-recovery`、`rollback`、`publication`)。");
const Decisions = strictObject({
	common: key(Decision),
	"start-recovery": key(Decision),
	rollback: key(Decision),
	publication: key(Decision)
});
/** Free words: who is the party, and who stands in for it. */
const topic = {
	party: key(partyId),
	"stand-in": key(partyId, "Party that stands in (id).", "代わりを務める関係者の id。", "agency")
};
const topicOf = (more) => noted(strictObject({
	...topic,
	...more
}), "A topic of responsibility.", "責任分界の項目。");
const deliverable = (shape) => noted(strictObject(shape), "A document of the recovery.", "復旧で作る文書。");
const fills = key(partyId, "Party that fills it in (id).", "記入する関係者の id。");
const approves = key(partyId, "Party that approves it (id).", "承認する関係者の id。", "client");
const sends = key(partyId, "Party that sends it (id).", "送る関係者の id。", "agency");
const keptIn = key(text, "Where it is kept.", "残す場所。", "the incident issue", "障害の issue");
const Responsibility = strictObject({
	decision: key(topicOf({})),
	operation: key(topicOf({})),
	communication: key(topicOf({ escalate: key(strictObject({
		when: key(text, "When.", "条件。", "no answer within 30 minutes", "30分つながらないとき"),
		to: key(whoId)
	}), "When and to whom it escalates.", "上申する条件と相手。") })),
	access: key(topicOf({ emergency: key(partyId, "Party that opens the way in an emergency (id).", "緊急時に入り方を開く関係者の id。") })),
	accountability: key(topicOf({
		source: key(partyId, "Party that the facts come from (id).", "情報の出所となる関係者の id。"),
		"approved-by": key(partyId, "Party that approves what is said (id).", "発表を承認する関係者の id。", "client")
	})),
	deliverables: key(strictObject({
		"first-report": key(deliverable({
			fills,
			approves,
			sends
		})),
		"recovery-report": key(deliverable({
			fills,
			approves,
			sends
		})),
		"response-log": key(deliverable({
			"kept-in": keptIn,
			by: key(partyId, "Party that keeps it (id).", "記録する関係者の id。")
		})),
		"rollback-criteria": key(deliverable({
			"kept-in": keptIn,
			approves
		}))
	}), "Who makes, approves, sends and keeps what.", "何を、誰が、どこに残すか。")
});
const Incident = strictObject({
	thread: key(text, "`github`, a URL, or words.", "`github`、URL、または言葉。", "github"),
	"kept-by": key(contactId)
});

// src/ledger/schema/reality.ts
const Json = noted(union([
	string(),
	number(),
	boolean()
]), "The value.", "値。");
const Expectation = strictObject({
	/** One or several; always a list here. Without it any 2xx of the last stop will do. */
	status: key(union([int().min(100).max(599), array(int().min(100).max(599)).min(1)]).transform((value) => Array.isArray(value) ? value : [value]), "One status or several.", "ステータス(1つまたは複数)。", 200, [200, 204]),
	contains: key(texts, "Texts that visitors must be able to read on the page, however it writes them. A text with a tag in it is looked for in the source.", "訪問者が読めるはずの文言。全角・半角などの表記の違いは問いません。タグを含む文言はソースから探します。", ["Contact us"], ["お問い合わせ"]),
	lacks: key(texts, "Texts that visitors must not find on the page, looked for in the same way.", "訪問者の目に触れてはならない文言。探し方は contains と同じです。", ["Fatal error"]),
	/** JSON Pointer (RFC 6901) → value. */
	json: key(record(string(), Json), "Values by JSON Pointer (RFC 6901).", "JSON Pointer(RFC 6901)と値。", { "/status": "ok" }),
	within: key(Duration, "Longest time to the last byte.", "読み終わるまでの最長の時間。"),
	"redirects-to": key(webAddress, "Where redirects end.", "転送の行き着く先。", "https://www.example.jp/"),
	hsts: key(boolean(), "Whether HSTS is sent.", "HSTS を送るか。"),
	indexable: key(boolean(), "Whether search engines may list it; `false` for staging.", "検索に載ってよいか。検証環境は `false`。"),
	"accept-language": key(string().regex(/^[A-Za-z0-9*;=,. -]{1,200}$/), "Language that the page is asked for in, as the header is written. Default: `site.language` first.", "ページをどの言語で求めるか(Accept-Language ヘッダーの書き方)。省略時は `site.language` を優先します。", "en-US, en;q=0.8"),
	blocked: key(literal(true), "It must not be reachable from the internet.", "インターネットから見えてはいけない。")
});
checked(Expectation, (value, path) => {
	if (!isMapping(value) || value.blocked !== true) return [];
	const others = Object.keys(value).filter((each) => each !== "blocked");
	return others.length === 0 ? [] : mistake("conflict", path, { keys: ["blocked", ...others] });
});
const Endpoint = noted(strictObject({
	url: needed(webAddress, "Address of the page.", "確認先の URL。", "https://www.example.jp/"),
	"every-address": noted(boolean().default(false), "Look at each address of the host on its own. Default: false.", "ホストのアドレスごとに確認するか。省略時は false。"),
	expect: noted(Expectation.default({}), "What must be seen. Without it any 2xx will do.", "期待する応答。省略時は 200 番台なら一致とします。")
}), "A page; the key is its id.", "確認先。キーが id になります。");
const renewal = _enum(["automatic", "manual"]);
const Certificate = noted(strictObject({
	host: needed(serverName, "Host that serves it.", "証明書を使うホスト。", "www.example.jp"),
	port: noted(int().min(1).max(65535).default(443), "Port. Default: 443.", "ポート。省略時は 443。", 587),
	starttls: key(_enum(["smtp", "imap"]), "Ask for encryption in this protocol first.", "先に暗号化を求める手順(smtp、imap)。"),
	names: key(array(hostName), "Names that it must cover.", "証明書に含まれるべき名前。", ["example.jp", "www.example.jp"]),
	/** Organisations, one of which must have issued it; always a list here. */
	issuer: key(union([text, texts]).transform((value) => Array.isArray(value) ? value : [value]), "Organisation of the authority, one or several; not an intermediate’s name.", "認証局の組織名(1つまたは複数)。中間証明書の名前ではありません。", "Let's Encrypt"),
	renewal: key(renewal, "Renewed by itself, or by hand. Default: guessed from the issuer.", "自動更新(automatic)か手動(manual)か。省略時は認証局から推定します。"),
	"lead-time": key(spanOfDays, "Time that a person needs to renew it. Default: `review.lead-time`.", "更新に必要な日数。省略時は `review.lead-time`。"),
	"renews-before": key(spanOfHours, "How long before its end it renews itself. Default: a third of its lifetime; 30 days where it lasts more than 100.", "期限のどれだけ前に自動更新されるか。省略時は有効期間の3分の1(100日を超えるものは30日)。"),
	mutual: noted(boolean().default(false), "The server asks clients for a certificate. Default: false.", "クライアント証明書を求めるサーバーか。省略時は false。")
}), "A certificate; the key is its id.", "証明書。キーが id になります。");
checked(Certificate, (value, path) => isMapping(value) && "starttls" in value && !("port" in value) ? mistake("needs", path, {
	key: "starttls",
	needs: ["port"]
}) : []);
/** A claim about one record set (`type`), or about a zone (`dnssec`). */
const DnsClaim = noted(strictObject({
	name: needed(hostName, "Name.", "名前。", "www.example.jp"),
	type: key(_enum([
		"A",
		"AAAA",
		"CNAME",
		"MX",
		"NS",
		"TXT",
		"CAA",
		"HTTPS",
		"SVCB",
		"SRV",
		"PTR"
	]), "Type of the records.", "レコードの種類。"),
	values: key(texts, "Values, as in a zone file.", "値。", ["192.0.2.1"], ["10 mail.example.jp"]),
	match: noted(_enum([
		"exact",
		"includes",
		"within",
		"any",
		"cidr",
		"suffix"
	]).default("exact"), "How values are compared. Default: exact.", "値の比べ方。省略時は exact(完全一致)。"),
	"ttl-at-most": key(Duration, "Longest TTL.", "TTL の上限。"),
	absent: key(literal(true), "There must be none.", "レコードがあってはならない。"),
	dnssec: key(_enum(["signed", "unsigned"]), "Whether the zone is signed.", "ゾーンが署名されているか。")
}), "A record set (`type`) or a zone (`dnssec`).", "レコード(`type`)またはゾーン(`dnssec`)。");
const dnsClaim = (value, path) => {
	if (!isMapping(value)) return [];
	const has = (each) => each in value;
	if (has("dnssec")) {
		const others = [
			"type",
			"values",
			"match",
			"ttl-at-most",
			"absent"
		].filter(has);
		return others.length === 0 ? [] : mistake("conflict", path, { keys: ["dnssec", ...others] });
	}
	if (!has("type")) return mistake("needs", path, {
		key: "name",
		needs: ["type", "dnssec"]
	});
	if (has("absent")) {
		const others = [
			"values",
			"match",
			"ttl-at-most"
		].filter(has);
		return others.length === 0 ? [] : mistake("conflict", path, { keys: ["absent", ...others] });
	}
	if (!has("values") && !has("ttl-at-most")) return mistake("needs", path, {
		key: "type",
		needs: ["values", "absent"]
	});
	if (!Array.isArray(value.values)) return [];
	const { type, match } = value;
	return value.values.flatMap((each, index) => {
		return typeof each !== "string" || isRecordValue(String(type), typeof match === "string" ? match : "exact", each.trim()) ? [] : mistake("dns-value", [
			...path,
			"values",
			index
		], {
			type: describeRecord(type, match),
			found: each
		});
	});
};
checked(DnsClaim, dnsClaim);
function describeRecord(type, match) {
	if (match === "cidr") return "CIDR";
	return match === "suffix" ? "suffix" : String(type);
}
function isRecordValue(type, match, value) {
	if (match === "cidr") return import_ipaddr.default.isValidCIDR(value) || import_ipaddr.default.isValid(value);
	if (match === "suffix") return value.startsWith(".") && isHostName(value.slice(1));
	switch (type) {
		case "A": return import_ipaddr.default.IPv4.isValidFourPartDecimal(value);
		case "AAAA": return import_ipaddr.default.IPv6.isValid(value);
		case "MX": return /^\d{1,5}\s+\S+$/.test(value) && (value.endsWith(" .") || isHostName(value.split(/\s+/)[1]));
		case "NS":
		case "CNAME":
		case "PTR": return isHostName(value);
		case "CAA": return /^\d{1,3}\s+[A-Za-z0-9]+(?:\s|$)/.test(value);
		case "SRV": return /^\d+\s+\d+\s+\d+\s+\S+$/.test(value);
		default: return value !== "";
	}
}
const Mail = noted(strictObject({
	dkim: key(texts, "DKIM selectors.", "DKIM のセレクター。", ["google", "s1"]),
	dmarc: key(_enum([
		"none",
		"quarantine",
		"reject"
	]), "DMARC policy.", "DMARC のポリシー。"),
	spf: key(_enum(["required"]), "SPF must be there.", "SPF が必要。"),
	"mta-sts": key(_enum([
		"none",
		"testing",
		"enforce"
	]), "Mode of MTA-STS.", "MTA-STS のモード。"),
	receives: key(boolean(), "Whether the domain receives mail.", "このドメインでメールを受け取るか。")
}), "Mail of a domain.", "メールの設定。");
const Domain = noted(strictObject({
	registrar: key(text, "Registrar.", "ドメインの管理会社(レジストラ)。", "Example Registrar"),
	renewal: key(renewal, "Renewed by itself, or by hand.", "自動更新(automatic)か手動(manual)か。"),
	"lead-time": key(spanOfDays, "Time that a person needs to renew it. Default: 30d, for .jp 45d.", "更新に必要な日数。省略時は 30d(.jp は 45d)。"),
	"transfer-lock": key(boolean(), "Whether it is locked against transfers.", "移管ロックがかかっているか。"),
	expires: key(Day, "Last day, where the registry does not publish it.", "有効期限(公開されていない場合)。"),
	evidence: key(text, "Where that day was seen.", "有効期限を確かめた方法。", "seen in the console on 2026-11-02", "2026-11-02 に管理画面で確認"),
	rdap: key(webAddress, "Address of an RDAP server.", "RDAP サーバーの URL。", "https://rdap.example/")
}), "A registration.", "ドメイン。");
/** What every backup says, at any provider; each provider adds its own keys. */
const Backup = noted(looseObject({
	provider: needed(text, "Where it is looked up; `by-hand`: a person looks.", "確認する先。`by-hand` は人が確かめます。"),
	every: key(Duration, "How often it is made; older than 1.5 times that is too old.", "取得の間隔。1.5倍を超えたら古いとみなします。"),
	"at-most": key(Duration, "Oldest that is good enough, instead of 1.5 times `every`.", "許せる古さ(`every` の1.5倍の代わり)。"),
	keep: key(int().min(1), "How many there must be at least.", "最低限残す世代数。", 7),
	smallest: key(Size, "Smallest believable size; of several series in one place, of the largest.", "正常とみなす最小の大きさ(同じ場所に何種類かあるときは、最も大きい種類のもの)。"),
	away: key(boolean(), "Kept under another contract or in another region than the site. Where nothing is: `{ none: \"why\" }`.", "サイトと別の契約、または別の地域にある。どこにも置かないと決めたときは `{ none: \"理由\" }`。"),
	account: key(text, "Takes the credentials from variables with this prefix.", "認証情報の環境変数の接頭辞。", "CLIENT_A"),
	role: key(text, "Role to assume.", "引き受けるロール。", "arn:aws:iam::123456789012:role/ledger")
}), "A backup; the key is its id. Each provider has keys of its own.", "バックアップ。キーが id になります。プロバイダーごとのキーもここに書きます。");
checked(Backup, (value, path, context) => isMapping(value) ? knowledge.get(pastDay).check(value.newest, [...path, "newest"], context) : []);
const Reality = strictObject({
	endpoints: key(record(string(), Endpoint), "Pages that are opened.", "確認先。"),
	certificates: key(record(string(), Certificate), "Certificates.", "証明書。"),
	dns: key(array(DnsClaim), "DNS records, and what is said of zones.", "DNS レコードとゾーン。"),
	mail: key(byDomain(Mail), "Mail, by domain.", "メール(ドメインごと)。"),
	domains: key(byDomain(Domain), "Registrations, by domain.", "ドメインの登録。"),
	backups: key(record(string(), Backup), "Backups.", "バックアップ。")
});

// src/ledger/schema.ts
const Site = strictObject({
	name: needed(text, "Name of the site as people call it.", "サイトの名前。", "Example shop", "サンプル商店"),
	url: needed(webAddress, "Address of the front page.", "トップページの URL。", "https://www.example.jp/"),
	language: key(_enum(languages), "Language of the reports, `ja` or `en`. Default: Japanese where the ledger is written in it.", "報告の言語(`ja` または `en`)。省略時は台帳の言葉から判断します。"),
	timezone: noted(timezone.default("Asia/Tokyo"), "Time zone of all days and times in the ledger (IANA name). Default: Asia/Tokyo.", "台帳の日付と時刻のタイムゾーン(IANA の名前)。省略時は Asia/Tokyo。", "Europe/Berlin"),
	public: noted(boolean().default(false), "Whether phone numbers, addresses and places of logins may appear in issues. Default: false.", "電話番号・メールアドレス・ログイン情報の場所を issue に出してよいか。省略時は false(出さない)。")
});
const name = needed(text, "Name of the party.", "関係者の名前。", "Example Web Care Inc.", "サンプル保守株式会社");
const Ledger = strictObject({
	version: needed(literal(1), "Version of the format: 1.", "形式の版。1 と書きます。"),
	reviewed: key(pastDay, "Day on which people last looked through the whole ledger.", "台帳全体を最後に見直した日。"),
	site: needed(Site, "The site that this ledger is about.", "この台帳の対象サイト。"),
	parties: key(record(string(), name), "The parties by id: client, agency, maintenance vendor, …", "関係者(id: 名前)。発注元、制作会社、保守会社など。"),
	contacts: key(record(string(), Contact), "Whom to call. Desks rather than persons. `common` holds values that all share.", "連絡先。個人よりも窓口を書きます。`common` は共通の値です。"),
	emergency: key(Emergency, "① What counts as an emergency.", "① 緊急(最悪の事態)の定義。"),
	"first-contact": key(FirstContact, "② Whom to call first, at any hour.", "② 一次連絡先(24時間365日)。"),
	decisions: key(Decisions, "③ Who says go. `common` holds what all three share.", "③ 判断者。`common` は3つに共通の値です。"),
	targets: key(Targets, "④ Target times: signposts for reports, no promises.", "④ 復旧の目標時間。約束ではなく、報告の節目です。"),
	stages: key(Stages, "What makes each stage of a recovery.", "復旧の3段階。何がそろえば、その段階とするか。"),
	rollback: key(Rollback, "⑤ Going back to what worked.", "⑤ 切り戻し。"),
	restore: key(Restore, "⑥ Putting a backup back.", "⑥ 復元(「取得」ではなく「戻す」)。"),
	access: key(Accesses, "⑦ Who may enter what: server, monitoring, backup, cms, waf and any other. `common` holds what they share.", "⑦ 復旧に必要な権限。server、monitoring、backup、cms、waf など。`common` は共通の値です。"),
	entrance: key(Entrance, "⑧ Domain, DNS, certificate, CDN and the bypass.", "⑧ 入口。ドメイン、DNS、証明書、CDN、一時的な迂回。"),
	evidence: key(Evidence, "⑨ What an investigation needs.", "⑨ 原因調査に必要な最低限の情報。"),
	templates: key(Templates, "⑩ Templates of the two reports.", "⑩ 報告テンプレート。"),
	responsibility: key(Responsibility, "Who is responsible for what, and who stands in.", "責任分界。誰が受け持ち、誰が代わるか。"),
	incident: key(Incident, "The one thread in which an incident is kept.", "障害時の情報を集める1本のスレッド。"),
	reality: noted(Reality.default({}), "What each check compares with the real world.", "点検のたびに、実際の状態と突き合わせるもの。"),
	review: noted(Review.prefault({}), "How often people and dates are looked at.", "点検のルール。"),
	exercises: noted(array(Exercise).default([]), "Exercises that were held.", "机上演習などの記録。"),
	incidents: noted(array(PastIncident).default([]), "Past incidents and what was learnt.", "障害のあとの見直し。"),
	plan: noted(array(PlanEntry).default([]), "In which order holes are filled, by whom.", "穴を埋める順番と担当。"),
	changes: noted(array(Change).default([]), "Changes, one line each.", "変更履歴(1行ずつ)。"),
	exceptions: noted(array(Exception).default([]), "Differences that are known and accepted for a time.", "把握したうえで許容している差異。")
});

// src/ledger/providers.ts
const laterKeys = {
	pantheon: "site environment element",
	"platform-sh": "project environment",
	linode: "instance database",
	vultr: "instance database",
	hetzner: "server",
	supabase: "project",
	neon: "project branch",
	planetscale: "organization database branch",
	"mongodb-atlas": "project cluster",
	"heroku-postgres": "app database"
};
/** The names that `provider` takes. */
const providerNames = [.../* @__PURE__ */ new Set([...Object.keys(providers), ...Object.keys(laterKeys)])];
/** Keys that any provider may have beside its own. */
const sharedKeys = ["endpoint", "zone"];
/** The keys of this provider's own; null where there is no such provider. */
function providerKeys(provider) {
	const built = providerNamed(provider);
	if (built !== null) return [.../* @__PURE__ */ new Set([...Object.keys(built.schema.target.shape), ...sharedKeys])];
	const keys = Object.hasOwn(laterKeys, provider) ? laterKeys[provider] : void 0;
	return keys === void 0 ? null : [.../* @__PURE__ */ new Set([...keys.split(" "), ...sharedKeys])];
}

export { Backup as a, noteOf as c, Ledger as i, stepInto as l, providerNames as n, branchesOf as o, sharedKeys as r, knowledge as s, providerKeys as t, providerNamed as u };