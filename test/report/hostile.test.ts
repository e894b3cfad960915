import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { csvParseRows } from "d3-dsv";
import { describe, expect, it } from "vitest";
import { reportText } from "../../src/actions/report/report-text.ts";
import { csvOf } from "../../src/charts/csv.ts";
import { safeText } from "../../src/words/safe-text.ts";
import { workFolder } from "../cli/program.ts";
import { many } from "../long.ts";
import { BROWSER, inABrowser, open } from "./browser.ts";
import { ALL_HOSTILE, hostileReport } from "./hostile-report.ts";
import { HOSTILE } from "./hostile-strings.ts";

const folder = workFolder();
/** Places by which the strings are turned from page to page. */
const TURNS = many([67], [0, 67, 134]);

describe("two hundred hostile strings", () => {
	it("are two hundred, and no two are equal", () => {
		expect(new Set(HOSTILE).size).toBe(200);
	});

	describe.runIf(BROWSER !== null)(
		inABrowser("in every text of a report"),
		() => {
			const pages = [
				...TURNS.map((turn) => ({
					name: `turn-${turn}`,
					text: (place: number) => HOSTILE[(place + turn) % HOSTILE.length]!,
				})),
				{ name: "many-in-one", text: manyInOne },
			];
			it.each(pages)(
				"run nothing, ask for nothing, and break no policy: $name",
				async ({ name, text }) => {
					const report = await hostileReport(text, text(7));
					const file = join(folder, `${name}.html`);
					writeFileSync(file, await reportText(report));
					for (const lawless of [false, true]) {
						const { page, requests, said } = await open(file, { lawless });
						await page.evaluate(TOUCH_ALL);
						expect(await page.evaluate(STRANGERS)).toEqual([]);
						const seen = await page.textContent("body");
						expect(seen?.split("hit()").length).toBeGreaterThan(500);
						expect(requests).toEqual([]);
						expect(said).toEqual([]);
						await page.context().close();
					}
				},
			);

			it("would be noticed if one of them ran", async () => {
				const file = join(folder, "guilty.html");
				writeFileSync(file, "<!doctype html><img src=x onerror=hit()>");
				const { page, requests, said } = await open(file, { lawless: true });
				await expect.poll(() => said).toContain("something was run");
				expect(requests.length).toBe(1);
				await page.context().close();
			});
		},
	);

	it("make no formula of a cell", () => {
		const columns = HOSTILE.map((name) => ({ name, unit: "" }));
		const csv = csvOf({ columns, rows: [HOSTILE] });
		const cells = csvParseRows(csv).flat();
		expect(cells).toHaveLength(400);
		for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
	});

	it("move no cursor and turn no line of a terminal", () => {
		for (const text of HOSTILE)
			expect(safeText(text)).not.toMatch(
				/(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u,
			);
	});
});

/** All strings in every fortieth text, where a chart need find no room for them; one in the others. */
function manyInOne(place: number): string {
	return place > 20 && place % 40 === 0
		? ALL_HOSTILE
		: HOSTILE[place % HOSTILE.length]!;
}

/** Opens and focuses all that can be. */
const TOUCH_ALL = `
	for (const one of document.querySelectorAll("details")) one.open = true;
	for (const one of document.querySelectorAll("a, [tabindex]")) one.focus();
`;

/** Elements and attributes that no template of ours writes. */
const STRANGERS = `[
	...[...document.querySelectorAll(
		"script,iframe,object,embed,img,image,form,input,link,base,video,audio,template,math,foreignObject,animate,set,use,[style],[src],[ping]",
	)].map((element) => element.outerHTML),
	...[...document.querySelectorAll("*")].flatMap((element) =>
		[...element.attributes]
			.filter(({ name, value }) => name.startsWith("on") || (name.endsWith("href") && !/^(#|data:)/.test(value)))
			.map(({ name, value }) => name + "=" + value),
	),
]`;
