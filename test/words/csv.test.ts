import { expect, test } from "vitest";
import { csvText } from "../../src/words/csv.ts";

test.each(["=1+1", "+1", "-1", "@sum", "\tx", "\r=1"])(
	"a text that begins like a formula is made inert: %j",
	(text) => {
		const cell = csvText([[text]]).trimEnd();
		expect(cell.replaceAll('"', "")).toMatch(/^'/);
	},
);

test("numbers are as they are, below zero too; what is missing is empty", () => {
	expect(csvText([["a", -1.5, Number.NaN, null, 1e21]])).toBe(
		"a,-1.5,,,1e+21\r\n",
	);
});

test("commas, quotation marks and line feeds stand in quotation marks", () => {
	expect(csvText([['say "x", then\ny']])).toBe('"say ""x"", then\ny"\r\n');
});
