/** Renewal of the generated tables in the description of the model and in the list of events. */

import { readFileSync, writeFileSync } from "node:fs";
import { RECENT_EVENTS } from "../calibration/events/events.ts";
import { say } from "../cli/terminal/talk.ts";
import { eventTable } from "../report/odd/event-table.ts";
import { withTables } from "../report/odd/marked-tables.ts";
import { oddTables } from "../report/odd/odd-tables.ts";
import type { Table } from "../words/markdown.ts";

/** Writes the tables of a page anew and says whether any had changed. */
function renew(path: string, tables: Readonly<Record<string, Table>>): void {
	const file = new URL(`../../src/${path}`, import.meta.url);
	const before = readFileSync(file, "utf8");
	const after = withTables(before, tables);
	writeFileSync(file, after);
	say(
		before === after
			? `the tables of src/${path} were current`
			: `the tables of src/${path} are written anew`,
	);
}

renew("market/ODD.md", oddTables());
renew("calibration/events/README.md", { events: eventTable(RECENT_EVENTS) });
