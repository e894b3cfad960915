import {
	type BlockOutcome,
	type BlockRows,
	blockLength,
	isLost,
} from "../experiment/block-result.ts";
import { valueColumns } from "../experiment/columns.ts";
import type { FinishedBlocks } from "../experiment/finished-blocks.ts";
import { type BatchPlan, type Block, blocksOf } from "../experiment/plan.ts";
import type { BlockSink } from "../experiment/run-batch.ts";
import {
	blockName,
	readBlockPaths,
	readBlockRows,
	writeBlock,
} from "./block-file.ts";
import {
	appendToJournal,
	type JournalEntry,
	keptEntry,
	lostEntry,
	readJournal,
} from "./block-journal.ts";
import { CorruptResultsError } from "./errors.ts";
import { fileFault } from "./file-hash.ts";

/** Bytes of rows that a reader of blocks may hold, lest every pass read them again. */
const ROW_BUDGET = 32 * 1024 * 1024;

/** Keeps every block in the `blocks` of a results folder: its file first, then its line in the journal. */
export function diskSink(
	folder: string,
	plan: BatchPlan,
	hash: string,
): BlockSink {
	return {
		async take(outcome: BlockOutcome) {
			const entry = isLost(outcome)
				? lostEntry(hash, outcome.block, outcome.lost)
				: keptEntry(
						hash,
						outcome.block,
						await writeBlock(folder, plan, hash, outcome),
					);
			await appendToJournal(folder, entry);
		},
	};
}

/** The blocks of a plan that the journal names and whose files are as they were written. */
export async function blocksOnDisk(
	folder: string,
	plan: BatchPlan,
	hash: string,
): Promise<readonly Block[]> {
	const journal = await journalOf(folder, hash);
	const kept: Block[] = [];
	for (const block of blocksOf(plan)) {
		const entry = journal.get(block.index);
		if (entry && (await blockFault(folder, block, entry)) === null)
			kept.push(block);
	}
	return kept;
}

/** The journal's entries of one plan, by block index. */
export async function journalOf(
	folder: string,
	hash: string,
): Promise<ReadonlyMap<number, JournalEntry>> {
	const entries = await readJournal(folder);
	return new Map(
		entries
			.filter(({ plan }) => plan === hash)
			.map((entry) => [entry.index, entry]),
	);
}

/** What is wrong with a block on disk, in words; null when it can be used. */
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
	const journal = await journalOf(folder, hash);
	const kept = blocksOf(plan).filter(
		({ index }) => journal.get(index)?.sha256 != null,
	);
	for (const block of kept) {
		signal?.throwIfAborted();
		const entry = journal.get(block.index);
		const fault = entry ? await blockFault(folder, block, entry) : null;
		if (fault !== null) throw new CorruptResultsError(blockName(block), fault);
	}
	const rows = rowCache(plan, async (block) => {
		signal?.throwIfAborted();
		return readBlockRows(folder, plan, block);
	});
	return {
		blocks: kept,
		rows,
		async paths(block, series) {
			signal?.throwIfAborted();
			return readBlockPaths(folder, plan, block, series);
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
