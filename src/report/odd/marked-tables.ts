/** Generated tables of a Markdown text, renewed between their marks. */

import { markdownTable, type Table } from "../../words/markdown.ts";

const MARKED = /<!-- table:(?<name>[a-z-]+) -->\n[\s\S]*?<!-- \/table -->/g;

/** Names of the tables that a text has room for, in its order. */
export function markedTables(text: string): readonly string[] {
	return [...text.matchAll(MARKED)].map((found) => found.groups!["name"]!);
}

/**
 * A text with every marked table written anew:
 *
 *     <!-- table:name -->
 *     …
 *     <!-- /table -->
 */
export function withTables(
	text: string,
	tables: Readonly<Record<string, Table>>,
): string {
	const marked = markedTables(text);
	for (const name of Object.keys(tables))
		if (!marked.includes(name))
			throw new RangeError(`the text has no room for the table ${name}`);
	return text.replace(MARKED, (_, name: string) => {
		const table = tables[name];
		if (table === undefined) throw new RangeError(`there is no table ${name}`);
		return `<!-- table:${name} -->\n\n${markdownTable(table)}\n\n<!-- /table -->`;
	});
}
