/** Blocks of a batch on disk: kept as they finish, checked when the batch goes on. */

import { join } from "node:path";
import {
	type BlockOutcome,
	type BlockResult,
	type BlockRows,
	type BlockSink,
	blockLength,
	isLost,
} from "../../experiment/block-result.ts";
import { valueColumns } from "../../experiment/columns.ts";
import type { FinishedBlocks } from "../../experiment/finished-blocks.ts";
import { type BatchPlan, type Block, blocksOf } from "../../experiment/plan.ts";
import { renameAtomically, type WrittenFile } from "../disk/atomic-write.ts";
import { standingAt } from "../disk/disk.ts";
import { fileFault } from "../disk/file-hash.ts";
import { CorruptResultsError, DeterminismError } from "../errors.ts";
import { blockName, writeBlock } from "./block-file.ts";
import {
	appendToJournal,
	type JournalEntry,
	keptEntry,
	lostEntry,
	readJournal,
} from "./block-journal.ts";
import { BlockReader } from "./block-reader.ts";

/** Bytes of rows that a reader of blocks may hold, lest every pass read them again. */
const ROW_BUDGET = 8 * 1024 * 1024;

/**
 * Keeps every block in the `blocks` of a results folder: its file first, then its line in
 * the journal.
 *
 * @throws {DeterminismError} when a block was kept before with other contents
 */
export function diskSink(
	folder: string,
	plan: BatchPlan,
	hash: string,
): BlockSink {
	let journal: Journal | null = null;
	const before = async () => {
		journal ??= await readJournalOfPlan(folder, hash);
		return journal;
	};
	return {
		async take(outcome: BlockOutcome) {
			const entry = isLost(outcome)
				? lostEntry(hash, outcome.block, outcome.lost)
				: keptEntry(
						hash,
						outcome.block,
						await keepBlock(folder, plan, hash, outcome, before),
					);
			await appendToJournal(folder, entry);
		},
	};
}

/**
 * Writes a block. One that was there before must have had the same contents, damaged or not.
 *
 * @param journal entries of blocks kept before; read once, however many there are
 */
async function keepBlock(
	folder: string,
	plan: BatchPlan,
	hash: string,
	result: BlockResult,
	journal: () => Promise<Journal>,
): Promise<WrittenFile> {
	const name = blockName(result.block);
	if ((await standingAt(join(folder, name))) === "nothing")
		return writeBlock(folder, plan, hash, result);
	const again = name.replace(".parquet", "-again.parquet");
	const written = await writeBlock(folder, plan, hash, result, again);
	const before = (await journal()).get(result.block.index);
	if (before && before.sha256 !== null && before.sha256 !== written.sha256)
		throw new DeterminismError(`${name} and ${again} of ${folder} differ`);
	await renameAtomically(join(folder, again), join(folder, name));
	return written;
}

/** The blocks of a plan that the journal names, each file checked against it. */
export async function blocksOnDisk(
	folder: string,
	plan: BatchPlan,
	hash: string,
): Promise<BlocksOnDisk> {
	const journal = await readJournalOfPlan(folder, hash);
	const sound: Block[] = [];
	const damaged: CorruptResultsError[] = [];
	for (const block of blocksOf(plan)) {
		const entry = journal.get(block.index);
		if (!entry || entry.sha256 === null) continue;
		const fault = await blockFault(folder, block, entry);
		if (fault === null) sound.push(block);
		else damaged.push(new CorruptResultsError(blockName(block), fault));
	}
	return { sound, damaged };
}

/** Blocks that the journal names. */
export interface BlocksOnDisk {
	/** as they were written, ascending */
	readonly sound: readonly Block[];
	/** fault of each of the others, by name */
	readonly damaged: readonly CorruptResultsError[];
}

type Journal = ReadonlyMap<number, JournalEntry>;

/** The journal's entries of one plan, by block index. */
export async function readJournalOfPlan(
	folder: string,
	hash: string,
): Promise<Journal> {
	const entries = await readJournal(folder);
	return new Map(
		entries
			.filter(({ plan }) => plan === hash)
			.map((entry) => [entry.index, entry]),
	);
}

/** Fault of a block on disk, in words; null when it can be used. */
async function blockFault(
	folder: string,
	block: Block,
	{ sha256, bytes, from, to }: JournalEntry,
): Promise<string | null> {
	if (sha256 === null) return "it was lost";
	if (from !== block.from || to !== block.to) return "it has another range";
	return fileFault(folder, { name: blockName(block), sha256, bytes });
}

/**
 * The finished blocks of a results folder, every file checked against the journal.
 *
 * @param signal when it fires, the next reading throws its reason
 * @throws {CorruptResultsError} naming the block that is not as it was written
 */
export async function openBlocks(
	folder: string,
	plan: BatchPlan,
	hash: string,
	signal?: AbortSignal,
): Promise<FinishedBlocks> {
	const journal = await readJournalOfPlan(folder, hash);
	const kept = blocksOf(plan).filter(
		({ index }) => journal.get(index)?.sha256 != null,
	);
	for (const block of kept) {
		signal?.throwIfAborted();
		const entry = journal.get(block.index);
		const fault = entry ? await blockFault(folder, block, entry) : null;
		if (fault !== null) throw new CorruptResultsError(blockName(block), fault);
	}
	const reader = new BlockReader(folder, plan);
	const rows = rowCache(plan, async (block) => {
		signal?.throwIfAborted();
		return reader.rows(block);
	});
	return {
		blocks: kept,
		rows,
		async paths(block, series) {
			signal?.throwIfAborted();
			return reader.paths(block, series);
		},
	};
}

/** Remembers rows of blocks up to the budget; later ones are read each time. */
function rowCache(
	plan: BatchPlan,
	read: (block: Block) => Promise<BlockRows>,
): (block: Block) => Promise<BlockRows> {
	const held = new Map<number, BlockRows>();
	const rowBytes = 8 * valueColumns(plan).length * plan.scenarios.length;
	let free = ROW_BUDGET;
	return async (block) => {
		const known = held.get(block.index);
		if (known) return known;
		const rows = await read(block);
		free -= rowBytes * blockLength(block);
		if (free >= 0) held.set(block.index, rows);
		return rows;
	};
}
