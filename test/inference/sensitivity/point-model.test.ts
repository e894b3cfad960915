import { describe, expect, it } from "vitest";
import type { PastDraw } from "../../../src/calibration/priors/past-draw.ts";
import { PRIORS } from "../../../src/calibration/priors/priors.ts";
import { RECORD_PRIORS } from "../../../src/calibration/priors/record-priors.ts";
import {
	analyseMorris,
	analyseSobol,
} from "../../../src/inference/sensitivity/analyse.ts";
import {
	drawAt,
	freeParameters,
	inHandsOfDraws,
} from "../../../src/inference/sensitivity/free-parameters.ts";
import { meansOverLucks } from "../../../src/inference/sensitivity/luck.ts";
import { morrisDesign } from "../../../src/inference/sensitivity/morris.ts";
import { PointModel } from "../../../src/inference/sensitivity/point-model.ts";
import { rankInputs } from "../../../src/inference/sensitivity/ranking.ts";
import { saltelliDesign } from "../../../src/inference/sensitivity/saltelli.ts";
import { drawParameters } from "../../../src/market/luck/draws.ts";
import { METRICS } from "../../../src/market/record/record.ts";
import type { RelivingSimulatorFactory } from "../../../src/market/simulator.ts";
import { inverseCdf } from "../../../src/random/draw.ts";
import { Streams } from "../../../src/random/streams.ts";
import type { SoundScenario } from "../../../src/scenario/types.ts";

const HURDLE = PRIORS.findIndex(({ path }) => path === "projects.hurdle");
const COVER = PRIORS.findIndex(({ path }) => path === "stocks.minimum-months");

/** A scenario of parameters alone, one of which it sets to a range of its own. */
const scenario = {
	name: "fake",
	parameters: PRIORS.map((prior, at) =>
		at === COVER
			? {
					...{ ...prior, overridden: true },
					distribution: { kind: "uniform", low: 5, high: 7 },
				}
			: { ...prior, overridden: false },
	),
} as unknown as SoundScenario;
const free = freeParameters(scenario);

/** Three times the hurdle plus the minimum cover, ten more in every next luck. */
const factory: RelivingSimulatorFactory = ([given]) => {
	const relive = (past: PastDraw, replicate: number) => {
		const values = new Float64Array(PRIORS.length);
		drawParameters(given!, new Streams("fake", replicate), past, values);
		const y = 3 * values[HURDLE]! + values[COVER]! + 10 * replicate;
		return [
			{
				...{
					scenario: 0,
					replicate,
					failure: replicate === 9 ? "broke" : null,
				},
				parameters: values,
				metrics: Float64Array.from(METRICS, () => y),
				series: new Float64Array(0),
			},
		];
	};
	return { relive, run: () => [] };
};

const model = (lucks: number) =>
	new PointModel(factory, {
		...{ scenario, seed: 1, lucks, metric: "us_unmet_t" },
	});

describe("a point of a design", () => {
	it("holds parameters of the record, later ones and the scenario's own, and leaves what is fixed", () => {
		expect(HURDLE).toBeGreaterThanOrEqual(RECORD_PRIORS.length);
		const point = new Float64Array(free.length).fill(0.5);
		point[free.findIndex(({ at }) => at === HURDLE)] = 0.9;
		point[free.findIndex(({ at }) => at === COVER)] = 0.25;
		const values = new Float64Array(PRIORS.length);
		const held = inHandsOfDraws(scenario);
		const draw = drawAt(scenario, free, point);
		drawParameters(held, new Streams("any", 0), draw, values);
		expect(values[COVER]).toBe(5.5);
		expect(values[HURDLE]).toBe(inverseCdf(PRIORS[HURDLE]!.distribution, 0.9));
		PRIORS.forEach(({ distribution }, at) => {
			if (at !== COVER && at !== HURDLE)
				expect(values[at]).toBe(inverseCdf(distribution, 0.5));
		});
	});

	it("runs the same lucks everywhere, and a run that broke has no value", () => {
		const point = new Float64Array(free.length).fill(0.5);
		const outputs = model(10).outputs(point);
		expect(outputs[1]! - outputs[0]!).toBeCloseTo(10, 10);
		expect(outputs[9]).toBeNaN();
		expect([...model(2).outputs(point)]).toEqual([...outputs.slice(0, 2)]);
	});
});

describe.each(["sobol", "morris"] as const)(
	"inputs weighed by %s",
	(method) => {
		const run = (points: readonly Float64Array[]) =>
			meansOverLucks(points.map((point) => model(2).outputs(point)));
		const weigh = () => {
			if (method === "morris") {
				const design = morrisDesign(4, free.length, 7);
				return analyseMorris(design, free, run(design.points), 7);
			}
			const design = saltelliDesign(32, free.length, 7);
			return analyseSobol(design, free, run(design.points), 7);
		};
		const ranking = weigh();

		it("are those that move the metric, the heaviest first; the dummy is exactly zero", () => {
			const above = ranking.inputs.filter(({ isAbove }) => isAbove);
			expect(above.map(({ path }) => path).sort()).toEqual([
				"projects.hurdle",
				"stocks.minimum-months",
			]);
			expect(ranking.inputs.slice(0, 2)).toEqual(expect.arrayContaining(above));
			const dummy = ranking.inputs.find(({ path }) => path === "dummy");
			expect(dummy).toMatchObject({ measure: { value: 0 }, isAbove: false });
			expect(dummy?.swing.low.value).toBeCloseTo(ranking.mean, 8);
		});
	},
);

describe("the floor of a ranking", () => {
	const at = (low: number, high: number) => ({
		measure: { value: (low + high) / 2, low, high, error: 0 },
		swing: { low: { value: 0, error: 0 }, high: { value: 0, error: 0 } },
		details: {},
	});
	const inputs = ["a", "b", "dummy"].map((path, i) => ({
		...{ path, unit: "1", meaning: "", at: i },
		distribution: { kind: "uniform", low: 0, high: 1 } as const,
	}));

	it("is the far end of the dummy's interval: what touches it is noise", () => {
		const { floor, inputs: ranked } = rankInputs("prcc", 0, inputs, [
			at(-0.5, -0.2),
			at(0.05, 0.3),
			at(-0.1, 0.02),
		]);
		expect(floor).toBe(0.1);
		expect(ranked.map(({ path, isAbove }) => [path, isAbove])).toEqual([
			["a", true],
			["b", false],
			["dummy", false],
		]);
	});
});
