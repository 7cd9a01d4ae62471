// src/ledger/json-schema.ts
function ledgerJsonSchema() {
	return {};
}

export { ledgerJsonSchema };