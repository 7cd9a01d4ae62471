import { O as toJSONSchema } from "./zod.js";
import { a as Backup, c as noteOf, i as Ledger, l as stepInto, n as providerNames, o as branchesOf, r as sharedKeys, t as providerKeys, u as providerNamed } from "./providers-and-ledger-and-text.js";
import { t as isMapping } from "./text-mapping.js";
import { o as forms } from "./text-values.js";
import { n as exitStatus } from "./cli-command.js";

// src/ledger/json-schema.ts
/** Said to be a hole, or said not to exist. A route's stop has a `none` of its own. */
const absence = [{ $ref: "#/definitions/unknown" }, { $ref: "#/definitions/none" }];
/**
* The JSON Schema (draft-07, what editors read) of the ledger: made from the schema that reads it, with every value
* open to `unknown` and `none`, and with a description of each key in English and Japanese.
*/
function ledgerJsonSchema() {
	const { $schema, ...rest } = plainSchema(Ledger);
	return {
		$schema,
		$id: "https://recovery-ledger.github.io/recovery-ledger/ledger.schema.json",
		title: "Recovery Ledger: ledger / 運用台帳",
		...explained(rest, Ledger, "", []),
		definitions: {
			unknown: {
				const: "unknown",
				description: "Not known yet: counts as a hole.\n\nまだ分からない(穴として数えます)。"
			},
			none: {
				type: "object",
				properties: { none: {
					type: "string",
					pattern: "\\S",
					description: "Why there is none.\n\n無い理由。"
				} },
				required: ["none"],
				additionalProperties: false,
				description: "Said not to exist, with the reason.\n\n無いものとして、理由を書きます。"
			}
		}
	};
}
/** A zod schema as JSON Schema, with the forms of texts. */
function plainSchema(schema) {
	return toJSONSchema(schema, {
		io: "input",
		target: "draft-7",
		unrepresentable: "any",
		override: ({ zodSchema, jsonSchema }) => {
			Object.assign(jsonSchema, forms.get(zodSchema));
		}
	});
}
/** A type's schema with what is known of each key, and with absences where a value may be absent. */
function explained(schema, type, path, required) {
	const { properties, additionalProperties, items, anyOf, ...rest } = schema;
	const done = { ...rest };
	const inside = (part) => {
		return (type === null ? [] : branchesOf(type)).map((each) => stepInto(each, part)).find((each) => each !== null) ?? null;
	};
	if (path === "reality.backups.*.provider") done.enum = [...providerNames];
	if (Array.isArray(anyOf)) done.anyOf = anyOf.map((each) => explained(each, type, path, required));
	if (isMapping(items)) {
		const inner = inside(0);
		const item = explained(items, inner, `${path}[]`, []);
		done.items = described(path === "first-contact.route" ? { anyOf: [item, absence[0]] } : absent(item), inner);
	}
	if (isMapping(additionalProperties)) {
		const inner = inside("*");
		done.additionalProperties = path === "reality.backups.*" ? false : described(absent(explained(additionalProperties, inner, `${path}.*`, [])), inner);
	} else if (additionalProperties !== void 0) done.additionalProperties = additionalProperties;
	if (isMapping(properties)) {
		const mandatory = schema.required ?? [];
		const entries = Object.entries(properties).map(([key, value]) => {
			const inner = inside(key);
			const open = explained(value, inner, path === "" ? key : `${path}.${key}`, mandatory);
			return [key, described(mandatory.includes(key) ? known(open) : absent(open), inner)];
		});
		done.properties = Object.fromEntries(entries);
	}
	if (path === "reality.backups.*") {
		done.properties = {
			...done.properties,
			...keysOfProviders()
		};
		done.additionalProperties = false;
		const common = Object.keys(Backup.shape);
		done.allOf = providerNames.map((name) => ({
			if: {
				properties: { provider: { const: name } },
				required: ["provider"]
			},
			then: {
				...targetSchema(name),
				propertyNames: { enum: [.../* @__PURE__ */ new Set([...common, ...providerKeys(name) ?? []])] }
			}
		}));
	}
	if (path === "access" || path === "contacts") done.properties = usualIds(path, done);
	return done;
}
/** The ids that an editor offers: any other is as good. */
function usualIds(path, section) {
	const each = section.additionalProperties;
	if (path === "contacts") return { common: each };
	return {
		common: each,
		...Object.fromEntries([
			"server",
			"monitoring",
			"backup",
			"cms",
			"waf"
		].map((id) => [id, each]))
	};
}
/** A text that has to be there: `unknown` will not do. */
function known(schema) {
	return schema.type === "string" && schema.pattern === void 0 && schema.enum === void 0 ? {
		...schema,
		not: { const: "unknown" }
	} : schema;
}
/** What a provider's schema says of its own keys; nothing for one of a later version. */
function targetSchema(name) {
	const built = providerNamed(name);
	if (built === null) return {};
	const { properties, required, exactlyOneOf } = plainSchema(built.schema.target);
	return {
		properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, absent(value)])),
		...required === void 0 ? {} : { required },
		...exactlyOneOf === void 0 ? {} : oneOf(exactlyOneOf)
	};
}
/** One of these keys has to be there, and no two of which both are known. */
function oneOf(keys) {
	const isKnown = { not: { const: "unknown" } };
	const pairs = keys.flatMap((key, index) => keys.slice(index + 1).map((other) => [key, other]));
	return {
		anyOf: keys.map((key) => ({ required: [key] })),
		allOf: pairs.map(([key, other]) => ({ not: {
			required: [key, other],
			properties: {
				[key]: isKnown,
				[other]: isKnown
			}
		} }))
	};
}
/** Every provider's own keys; what each may hold depends on the provider. Null is none. */
function keysOfProviders() {
	const keys = /* @__PURE__ */ new Map();
	for (const provider of providerNames) for (const key of providerKeys(provider) ?? []) keys.set(key, [...keys.get(key) ?? [], provider]);
	return Object.fromEntries([...keys].map(([key, its]) => [key, {
		description: sharedKeys.includes(key) ? "A key of the provider.\n\nプロバイダーのキー。" : `A key of: ${its.join(", ")}.\n\n次のプロバイダーのキー: ${its.join("、")}。`,
		anyOf: [{ type: [
			"string",
			"number",
			"boolean",
			"array",
			"object"
		] }, ...absence]
	}]));
}
function absent(schema) {
	const { description, default: standard, ...rest } = schema;
	return {
		...description === void 0 ? {} : { description },
		...standard === void 0 ? {} : { default: standard },
		anyOf: [...Array.isArray(rest.anyOf) ? rest.anyOf : [rest], ...absence]
	};
}
function described(schema, type) {
	const { en, ja, examples } = type === null ? {} : noteOf(type);
	return {
		...en === void 0 ? {} : { description: `${en}\n\n${ja}` },
		...examples === void 0 ? {} : { examples },
		...schema
	};
}

// src/cli/schema.ts
/** The JSON Schema of the ledger. */
const schema = async () => ({
	text: `${JSON.stringify(ledgerJsonSchema(), null, 2)}\n`,
	status: exitStatus.match
});

export { schema };