import { t as allRuleNames } from "./names2.js";

export { allRuleNames };