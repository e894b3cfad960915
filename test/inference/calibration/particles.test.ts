import { describe, expect, it } from "vitest";
import { temper } from "../../../src/inference/calibration/calibrate.ts";
import {
	FREE_NUMBERS,
	scoresOf,
} from "../../../src/inference/calibration/free-numbers.ts";
import {
	firstParticle,
	moved,
	type Particle,
} from "../../../src/inference/calibration/particle.ts";
import { coversTruth } from "../../../src/inference/calibration/recover.ts";
import { latinHypercube } from "../../../src/random/latin-hypercube.ts";
import { questionKey } from "../../../src/random/question.ts";
import { Streams } from "../../../src/random/streams.ts";
import { observed, TOY_SIZE, toyJudges } from "./toy.ts";

const DUMMY = FREE_NUMBERS.findIndex(({ name }) => name === "dummy");
const start = latinHypercube(
	TOY_SIZE.particles,
	FREE_NUMBERS.length,
	new Streams("toy", 0),
).map(scoresOf);

function moments(particles: readonly Particle[], p: number) {
	const values = particles.map(({ scores }) => scores[p] ?? Number.NaN);
	const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
	const variance =
		values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
	return { mean, variance };
}

describe("particles", () => {
	it("keep the prior where the record says nothing", () => {
		const silent = () => 0;
		const particles = start.flatMap((z, i) =>
			moved(
				firstParticle(z, silent, new Streams("a", i)),
				{ beta: 1, moves: 30, keepEvery: 30 },
				silent,
				new Streams("b", i),
			),
		);
		const all = FREE_NUMBERS.map((_, p) => moments(particles, p));
		// 400 values: a mean has a standard error of 0.05, a variance one of 0.07
		for (const { mean, variance } of all) {
			expect(Math.abs(mean)).toBeLessThan(0.22);
			expect(Math.abs(variance - 1)).toBeLessThan(0.32);
		}
	});

	it("find the posterior of a normal score seen with normal noise", async () => {
		// prior N(0, 1), seen 1 ± 0.5: posterior N(0.8, 0.2)
		const judges = toyJudges(observed(1, 0.5), "toy");
		const found = await temper(
			judges,
			await judges.first(start),
			TOY_SIZE,
			new Streams("toy", 1),
		);
		const { mean, variance } = moments(found, DUMMY);
		expect(Math.abs(mean - 0.8)).toBeLessThan(0.09);
		expect(Math.abs(variance - 0.2)).toBeLessThan(0.06);
	});

	it("find the luck that the record asks for", async () => {
		// only every eighth luck of the third year would have left this record
		const judges = toyJudges(
			(draw) => ((draw.luck[2] ?? 0) % 8 === 0 ? 0 : -20),
			"luck",
		);
		const found = await temper(
			judges,
			await judges.first(start),
			TOY_SIZE,
			new Streams("toy", 2),
		);
		const lucky = found.filter(({ luck }) => (luck[2] ?? 0) % 8 === 0);
		expect(lucky.length / found.length).toBeGreaterThan(0.98);
		expect(new Set(found.map(({ luck }) => luck[4])).size).toBeGreaterThan(350);
	});

	it("cover known truths as often as they say", async () => {
		const question = questionKey("toy", "truth");
		const size = {
			...TOY_SIZE,
			particles: 100,
			moves: 3,
			lastMoves: 10,
			keepEvery: 10,
		};
		let hits = 0;
		const truths = 60;
		for (let i = 0; i < truths; i += 1) {
			const streams = new Streams("truths", i);
			const truth = streams.normal(question, 0);
			const seen = truth + 0.5 * streams.normal(question, 1);
			const judges = toyJudges(observed(seen, 0.5), `toy ${i}`);
			const found = await temper(
				judges,
				await judges.first(start),
				size,
				streams,
			);
			const scores = new Float64Array(FREE_NUMBERS.length).fill(truth);
			if (coversTruth(found, scores)[DUMMY]) hits += 1;
		}
		// 60 trials at 80 %: 48 ± 3.1
		expect(hits).toBeGreaterThanOrEqual(38);
		expect(hits).toBeLessThanOrEqual(57);
	});
});
