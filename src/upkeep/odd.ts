/** Renewal of the generated tables in the model's ODD description. */

import { readFileSync, writeFileSync } from "node:fs";
import { say } from "../cli/terminal/talk.ts";
import { withTables } from "../report/odd/marked-tables.ts";
import { oddTables } from "../report/odd/odd-tables.ts";

const FILE = new URL("../../src/market/ODD.md", import.meta.url);

const before = readFileSync(FILE, "utf8");
const after = withTables(before, oddTables());
writeFileSync(FILE, after);
say(
	before === after
		? "the tables of src/market/ODD.md were current"
		: "the tables of src/market/ODD.md are written anew",
);
