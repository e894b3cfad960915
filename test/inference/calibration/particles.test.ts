import { describe, expect, it } from "vitest";
import {
	particlesOf,
	prologue,
} from "../../../src/inference/calibration/calibrate.ts";
import { effectiveLucks } from "../../../src/inference/calibration/effort.ts";
import { FREE_NUMBERS } from "../../../src/inference/calibration/free-numbers.ts";
import {
	ALL_YEARS,
	LUCK_A_YEAR,
	type Particle,
} from "../../../src/inference/calibration/particle.ts";
import { coversTruth } from "../../../src/inference/calibration/recover.ts";
import { smoothed } from "../../../src/inference/calibration/smoother.ts";
import type { Target } from "../../../src/inference/calibration/target.ts";
import { temper } from "../../../src/inference/calibration/temper.ts";
import { questionKey } from "../../../src/random/question.ts";
import { Streams } from "../../../src/random/streams.ts";
import { many } from "../../long.ts";
import {
	DUMMY,
	LAST_ACTIVITY,
	LUCK_WEIGHT,
	seen,
	TOY_SIZE,
	toyFacts,
	toyHypotheses,
	toyJudges,
} from "./toy.ts";

function moments(values: readonly number[]) {
	const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
	const variance =
		values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
	return { mean, variance };
}

async function calibrated(target: Target, seed: string, size = TOY_SIZE) {
	const judges = toyJudges(target, seed);
	const first = toyHypotheses(2 * size.particles, seed);
	return temper(
		judges,
		particlesOf(first, first.map(toyFacts), target),
		await prologue(judges, target, size, seed),
		size,
		new Streams(seed, 1),
	);
}

const dummies = (particles: readonly Particle[]) =>
	particles.map(({ scores }) => scores[DUMMY] ?? Number.NaN);
const activities = (particles: readonly Particle[]) =>
	particles.map(({ luck }) => luck[LAST_ACTIVITY] ?? Number.NaN);

describe("particles", () => {
	it("keep the prior of numbers and luck where the record says nothing", async () => {
		const { particles } = await calibrated(seen(0, 1e9), "silent");
		const numbers = FREE_NUMBERS.map((_, p) =>
			moments(particles.map(({ scores }) => scores[p] ?? Number.NaN)),
		);
		// 300 values: a mean has a standard error of 0.06, a variance one of 0.08
		for (const { mean, variance } of numbers) {
			expect(Math.abs(mean)).toBeLessThan(0.28);
			expect(Math.abs(variance - 1)).toBeLessThan(0.36);
		}
		const luck = moments(particles.flatMap((one) => [...one.luck]));
		expect(Math.abs(luck.mean)).toBeLessThan(0.01);
		expect(Math.abs(luck.variance - 1)).toBeLessThan(0.01);
	});

	it("find the joint posterior of a number and a luck that were seen together", async () => {
		// prior N(0, I), θ + w ξ seen as 2 ± 0.3
		const { particles } = await calibrated(seen(2, 0.3), "together");
		const total = 1 + LUCK_WEIGHT ** 2 + 0.3 ** 2;
		const number = moments(dummies(particles));
		const luck = moments(activities(particles));
		expect(Math.abs(number.mean - 2 / total)).toBeLessThan(0.12);
		expect(Math.abs(number.variance - (1 - 1 / total))).toBeLessThan(0.1);
		expect(Math.abs(luck.mean - (2 * LUCK_WEIGHT) / total)).toBeLessThan(0.12);
		expect(
			Math.abs(luck.variance - (1 - LUCK_WEIGHT ** 2 / total)),
		).toBeLessThan(0.12);
		const both = particles.map(
			({ scores, luck: own }) => scores[DUMMY]! * own[LAST_ACTIVITY]!,
		);
		const covariance = moments(both).mean - number.mean * luck.mean;
		expect(Math.abs(covariance + LUCK_WEIGHT / total)).toBeLessThan(0.1);
	});

	it("end a step with new luck in every year, and say when they do not", async () => {
		const { particles, cutShort, steps } = await calibrated(
			seen(2, 0.3),
			"renewed",
		);
		expect(particles.every(({ renewed }) => renewed === ALL_YEARS)).toBe(true);
		expect(cutShort).toBe(0);
		const hurried = await calibrated(seen(2, 0.3), "renewed", {
			...TOY_SIZE,
			moves: 2,
			mostSweeps: 1,
		});
		expect(hurried.cutShort).toBeGreaterThan(0);
		expect(steps).toBeGreaterThan(1);
	});

	it("cover known truths as often as they say", async () => {
		const question = questionKey("toy", "truth");
		const size = {
			...TOY_SIZE,
			members: 60,
			particles: 40,
			moves: 8,
			mostSweeps: 2,
			keptSweeps: 3,
		};
		let hits = 0;
		const truths = many(24, 40);
		for (let i = 0; i < truths; i += 1) {
			const streams = new Streams("truths", i);
			const truth = streams.normal(question, 0);
			const fact =
				truth +
				LUCK_WEIGHT * streams.normal(question, 1) +
				0.5 * streams.normal(question, 2);
			const { particles } = await calibrated(seen(fact, 0.5), `toy ${i}`, size);
			const scores = new Float64Array(FREE_NUMBERS.length).fill(truth);
			if (coversTruth(particles, scores)[DUMMY]) hits += 1;
		}
		// 80 % with a standard error of 8 points in 24 trials
		expect(hits / truths).toBeGreaterThan(0.55);
		expect(hits / truths).toBeLessThanOrEqual(1);
	}, 600_000);
});

describe("the smoother", () => {
	it("takes an ensemble of the prior to the posterior of a linear record", async () => {
		const members = toyHypotheses(600, "smoother");
		const found = await smoothed(
			members,
			seen(2, 0.3),
			async (now) => now.map(toyFacts),
			new Streams("smoother", 1),
		);
		const total = 1 + LUCK_WEIGHT ** 2 + 0.3 ** 2;
		const number = moments(found.map(({ scores }) => scores[DUMMY]!));
		const luck = moments(found.map((one) => one.luck[LAST_ACTIVITY]!));
		expect(Math.abs(number.mean - 2 / total)).toBeLessThan(0.15);
		expect(Math.abs(luck.mean - (2 * LUCK_WEIGHT) / total)).toBeLessThan(0.15);
		expect(Math.abs(number.variance - (1 - 1 / total))).toBeLessThan(0.15);
	});

	it("leaves members whose runs broke where they were", async () => {
		const members = toyHypotheses(60, "broken");
		const found = await smoothed(
			members,
			seen(2, 0.3),
			async (now) => now.map((one, i) => (i === 7 ? null : toyFacts(one))),
			new Streams("broken", 1),
		);
		expect(found[7]).toBe(members[7]);
		expect(found[8]).not.toBe(members[8]);
	});
});

describe("distinct lucks by weight", () => {
	const [one, other] = toyHypotheses(2, "lucks").map((hypothesis) => ({
		...hypothesis,
		logLikelihood: 0,
		renewed: 0,
	})) as [Particle, Particle];

	it("are as many as the equal ones that they are worth", () => {
		expect(effectiveLucks([one, other], [0.5, 0.5], 3)).toBeCloseTo(2);
		expect(effectiveLucks([one, other], [0.9, 0.1], 3)).toBeCloseTo(1 / 0.82);
	});

	it("count particles with one luck of a year as one, whatever other years had", () => {
		const luck = Float64Array.from(one.luck);
		luck[3 * LUCK_A_YEAR]! += 1;
		const twin = { ...one, luck };
		expect(effectiveLucks([one, twin], [0.5, 0.5], 2)).toBeCloseTo(1);
		expect(effectiveLucks([one, twin], [0.5, 0.5], 3)).toBeCloseTo(2);
	});
});
