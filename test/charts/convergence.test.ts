import { describe, expect, it } from "vitest";
import { drawChart } from "../../src/charts/draw-chart.ts";
import { wordless } from "../../src/charts/frame/page.ts";
import { convergenceChart } from "../../src/charts/validation/convergence-chart.ts";
import { svgOf } from "../../src/figures/render-figure.ts";
import { INVENTED, syntheticInput } from "./synthetic.ts";

const input = syntheticInput({ scenarios: INVENTED.slice(0, 3) });

/** Words in a picture. */
async function wordsIn(
	spec: Parameters<typeof svgOf>[0]["spec"],
): Promise<string> {
	const svg = await svgOf({ title: "", description: "", spec });
	return svg.replace(/<title>.*?<\/title>/, "").replace(/<[^>]*>/g, " ");
}

describe("a chart of how a mean settles", () => {
	it("ends where the summary stands, a panel for every other scenario", () => {
		const chart = convergenceChart(input, true)!;
		const json = JSON.stringify(chart.spec);
		for (const { mean, other, metric } of input.summary.paired) {
			if (metric !== "mean_price_12m_usd_t") continue;
			const last = Number(mean.value.toPrecision(5));
			expect(json, other).toContain(`"n":400,"value":${last},`);
		}
		expect(chart.description).toContain("The US ban returns ends between");
	});

	it("shows levels where nothing is compared, and nothing of few runs", () => {
		expect(convergenceChart(input, false)?.title).toBe(
			"How the mean 12-month price settles",
		);
		const few = syntheticInput({ replicates: 12 });
		expect(convergenceChart(few, true)).toBeNull();
	});

	it("is drawn without a warning", async () => {
		const { spec } = convergenceChart(input, true)!;
		expect(await wordsIn(wordless(spec))).toContain("The US ban returns");
	});
});

describe("a picture without its words", () => {
	it("keeps its labels and leaves title, subtitle and source to the page", async () => {
		const chart = drawChart("fan", input);
		const [whole, bare] = [
			await wordsIn(chart.spec),
			await wordsIn(wordless(chart.spec)),
		];
		for (const words of [chart.title, chart.subtitle[0]!, chart.source[0]!]) {
			const written = words.replaceAll("&", "&amp;").replaceAll(">", "&gt;");
			expect(whole).toContain(written);
			expect(bare).not.toContain(written);
		}
		expect(bare).toContain("The US ban returns");
	});
});
