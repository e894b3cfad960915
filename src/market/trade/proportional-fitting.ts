/** Who traded with whom, fitted in proportion to ties when only the sums are known. */

/** Rounds of fitting; the tonnes they leave over are then placed exactly. */
const ROUNDS = 12;
/** Share of all tonnes sold below which nothing counts as left over. */
const NOTHING = 1e-12;

/** Tonnes that each source sold and each importer bought, and their ties. Reused every month. */
export interface Fitting {
	/** tie of a pair, 0 where none may trade; source × importers + importer */
	readonly ties: Float64Array;
	/** t Sb by source */
	readonly sold: Float64Array;
	/** t Sb by importer */
	readonly bought: Float64Array;
	/** tonnes that the fit has not placed, t Sb by source; `unbought` by importer */
	readonly unsold: Float64Array;
	readonly unbought: Float64Array;
	/** factors of sources on their ties; `pull` those of importers */
	readonly push: Float64Array;
	readonly pull: Float64Array;
}

export function emptyFitting(sources: number, importers: number): Fitting {
	return {
		ties: new Float64Array(sources * importers),
		sold: new Float64Array(sources),
		bought: new Float64Array(importers),
		unsold: new Float64Array(sources),
		unbought: new Float64Array(importers),
		push: new Float64Array(sources),
		pull: new Float64Array(importers),
	};
}

function fitImporters({ ties, sold, bought, push, pull }: Fitting): void {
	const importers = bought.length;
	for (let r = 0; r < importers; r += 1) {
		if (bought[r] === 0) continue;
		let sum = 0;
		for (let s = 0; s < sold.length; s += 1)
			if (sold[s]! > 0) sum += ties[s * importers + r]! * push[s]!;
		pull[r] = sum > 0 ? bought[r]! / sum : 0;
	}
}

function fitSources({ ties, sold, bought, push, pull }: Fitting): void {
	const importers = bought.length;
	for (let s = 0; s < sold.length; s += 1) {
		if (sold[s] === 0) continue;
		let sum = 0;
		for (let r = 0; r < importers; r += 1)
			sum += ties[s * importers + r]! * pull[r]!;
		push[s] = sum > 0 ? sold[s]! / sum : 0;
	}
}

/** Reads off tonnes by pair, scaled down to what an importer bought, and notes those left over. */
function readOff(fitting: Fitting, traded: Float64Array): void {
	const { ties, sold, bought, push, pull, unsold, unbought } = fitting;
	const importers = bought.length;
	unsold.set(sold);
	unbought.set(bought);
	traded.fill(0);
	for (let r = 0; r < importers; r += 1) {
		if (bought[r] === 0) continue;
		let sum = 0;
		for (let s = 0; s < sold.length; s += 1)
			sum += ties[s * importers + r]! * push[s]! * pull[r]!;
		const down = sum > bought[r]! ? bought[r]! / sum : 1;
		for (let s = 0; s < sold.length; s += 1) {
			const cell = s * importers + r;
			const tonnes = down * ties[cell]! * push[s]! * pull[r]!;
			traded[cell] = tonnes;
			unsold[s]! -= tonnes;
			unbought[r]! -= tonnes;
		}
	}
}

/** Metal that others buy from others, which a source could replace and an importer may take, t Sb. */
function movable(
	{ ties, sold, bought }: Fitting,
	traded: Float64Array,
	source: number,
	importer: number,
): number {
	const importers = bought.length;
	let sum = 0;
	for (let s = 0; s < sold.length; s += 1)
		for (let r = 0; r < importers; r += 1)
			if (
				ties[s * importers + importer]! > 0 &&
				ties[source * importers + r]! > 0
			)
				sum += traded[s * importers + r]!;
	return sum;
}

/** Moves a share of the movable metal to the importer, and puts the source's own in its place. */
function move(
	{ ties, sold, bought }: Fitting,
	traded: Float64Array,
	source: number,
	importer: number,
	share: number,
): void {
	const importers = bought.length;
	for (let s = 0; s < sold.length; s += 1) {
		if (ties[s * importers + importer]! === 0) continue;
		for (let r = 0; r < importers; r += 1) {
			if (ties[source * importers + r]! === 0) continue;
			const tonnes = share * traded[s * importers + r]!;
			traded[s * importers + r]! -= tonnes;
			traded[s * importers + importer]! += tonnes;
			traded[source * importers + r]! += tonnes;
		}
	}
}

/** Places a source's rest with an importer that wants more: directly, or by way of a third region. */
function place(
	fitting: Fitting,
	traded: Float64Array,
	source: number,
	importer: number,
): void {
	const { ties, unsold, unbought } = fitting;
	const cell = source * unbought.length + importer;
	let tonnes = Math.min(unsold[source]!, unbought[importer]!);
	if (ties[cell]! > 0) traded[cell]! += tonnes;
	else {
		const most = movable(fitting, traded, source, importer);
		tonnes = Math.min(tonnes, most);
		if (most > 0) move(fitting, traded, source, importer, tonnes / most);
	}
	unsold[source]! -= tonnes;
	unbought[importer]! -= tonnes;
}

function placeRest(fitting: Fitting, traded: Float64Array): void {
	const { sold, unsold, unbought } = fitting;
	let least = 0;
	for (let s = 0; s < sold.length; s += 1) least += NOTHING * sold[s]!;
	for (let s = 0; s < unsold.length; s += 1)
		for (let r = 0; r < unbought.length; r += 1)
			if (unsold[s]! > least && unbought[r]! > least)
				place(fitting, traded, s, r);
}

/**
 * Splits what sources sold among importers in proportion to their ties,
 *
 *     traded = push · tie · pull,
 *
 * with factors fitted to the sums of importers and sources in turn. Tonnes that a fixed number
 * of rounds leaves over are placed where ties allow, in proportion; only tonnes that no
 * permitted source can supply stay unsold and unbought.
 * Source: Deming and Stephan (1940), iterative proportional fitting.
 *
 * @param traded t Sb, source × importers + importer; written anew
 */
export function fitTrade(fitting: Fitting, traded: Float64Array): void {
	fitting.push.fill(0);
	fitting.pull.fill(0);
	for (let s = 0; s < fitting.sold.length; s += 1)
		if (fitting.sold[s]! > 0) fitting.push[s] = 1;
	for (let round = 0; round < ROUNDS; round += 1) {
		fitImporters(fitting);
		fitSources(fitting);
	}
	readOff(fitting, traded);
	placeRest(fitting, traded);
}
