import { n as rules, t as isRuleName } from "./rules.js";

export { isRuleName, rules };