/** Composition of a picture: title and subtitle above the panels, the source line below. */

import type { TopLevelSpec } from "vega-lite";
import type { NonNormalizedSpec } from "vega-lite/types_unstable/spec/index.d.ts";
import type { TitleParams } from "vega-lite/types_unstable/title.d.ts";
import { beginningWords } from "../../words/beginning.ts";
import { countInWords } from "../../words/numbers.ts";
import type { ChartContext } from "../chart.ts";
import { wrapToWidth } from "./text-width.ts";
import { CONFIG, INK, MARGIN, PAGE_WIDTH, SIZE } from "./theme.ts";

const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

/** Panels in a row, a column or a grid, `spacing` px between their plots; labels outside do not count. */
export type Panels = Arrangement & {
	readonly panels: readonly NonNormalizedSpec[];
	/** px between the last plot and the source line */
	readonly below: number;
};

type Arrangement =
	| { readonly direction: "row" | "column"; readonly spacing: number }
	| {
			readonly direction: "grid";
			readonly columns: number;
			readonly spacing: { readonly row: number; readonly column: number };
	  };

/** A chart's words around its panels. */
export interface Words {
	readonly title: string;
	readonly subtitle: readonly string[];
	readonly source: readonly string[];
}

/** A whole picture: title and subtitle, panels, source line. */
export function page(words: Words, panels: Panels): TopLevelSpec {
	return {
		$schema: SCHEMA,
		background: INK.background,
		padding: MARGIN,
		title: {
			text: words.title,
			subtitle: [...words.subtitle],
			anchor: "start",
			frame: "bounds",
			offset: 18,
			subtitlePadding: 6,
		},
		vconcat: [withSource(words.source, panels)],
		config: CONFIG,
	};
}

/** A picture without its words, for a page that sets title, subtitle and source itself. */
export function wordless(spec: TopLevelSpec): TopLevelSpec {
	const { title: _, ...rest } = spec;
	if (!("vconcat" in rest)) return rest;
	const [panels, ...others] = rest.vconcat;
	if (panels === undefined || others.length > 0) return rest;
	const { title: __, ...bare } = panels;
	return { ...rest, padding: 4, vconcat: [bare] } as TopLevelSpec;
}

function withSource(
	source: readonly string[],
	arranged: Panels,
): NonNormalizedSpec {
	const title: TitleParams<never> = {
		text: [...source],
		orient: "bottom",
		anchor: "start",
		frame: "bounds",
		fontSize: SIZE.source,
		fontWeight: "normal",
		color: INK.text,
		lineHeight: 16,
		offset: arranged.below,
	};
	const bounds = "flush";
	const panels = [...arranged.panels];
	switch (arranged.direction) {
		case "row":
			return { title, bounds, spacing: arranged.spacing, hconcat: panels };
		case "column":
			return { title, bounds, spacing: arranged.spacing, vconcat: panels };
		case "grid": {
			const { columns, spacing } = arranged;
			return { title, bounds, columns, spacing, concat: panels };
		}
	}
}

/** Sentences set as lines no wider than the page. */
export function subtitleLines(sentences: readonly string[]): readonly string[] {
	return wrapToWidth(sentences.join(" "), { size: SIZE.subtitle }, PAGE_WIDTH);
}

/** Hashes in a source line at most. */
const MOST_HASHES = 8;

/** Version, scenario hashes, seed, replicates, parameters: enough to make it again. */
export function sourceLines(context: ChartContext): readonly string[] {
	const { version, seed, replicates, parameters, begun } = context;
	const named = context.scenarios
		.slice(0, MOST_HASHES)
		.map(({ name, hash }) => `${name} ${hash}`)
		.join(", ");
	const more = context.scenarios.length - MOST_HASHES;
	const hashes =
		more > 0 ? `${named} and ${more} more in manifest.json` : named;
	const runs = `${countInWords(replicates)} replicates a scenario, seed ${seed}`;
	const text = `Source: stibium ${version}; ${hashes}; ${runs}, common random numbers; ${beginningWords({ parameters, ensemble: begun ?? null })}. Conditional on its assumptions; not a forecast.`;
	return wrapToWidth(text, { size: SIZE.source }, PAGE_WIDTH);
}
