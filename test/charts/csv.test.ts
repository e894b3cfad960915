import { expect, it } from "vitest";
import { csvOf } from "../../src/charts/csv.ts";

it("a table becomes a header with units and rows ended by CR LF", () => {
	const csv = csvOf({
		columns: [
			{ name: "scenario", unit: "" },
			{ name: "p50", unit: "USD/t" },
		],
		rows: [
			["ban-returns", 41.5],
			["none", null],
		],
	});
	expect(csv).toBe("scenario,p50 (USD/t)\r\nban-returns,41.5\r\nnone,\r\n");
});

it("words with commas, quotes and line ends are quoted", () => {
	const csv = csvOf({
		columns: [{ name: "a", unit: "" }],
		rows: [['x, "y"\nz']],
	});
	expect(csv).toBe('a\r\n"x, ""y""\nz"\r\n');
});

it.each(["=1+1", "+1", "-1", "@now", "\tx"])(
	"%j is words, and no spreadsheet may run it; the number −1 stays a number",
	(words) => {
		const columns = [
			{ name: "a", unit: "" },
			{ name: "b", unit: "" },
		];
		expect(csvOf({ columns, rows: [[words, -1]] })).toBe(
			`a,b\r\n'${words},-1\r\n`,
		);
	},
);
