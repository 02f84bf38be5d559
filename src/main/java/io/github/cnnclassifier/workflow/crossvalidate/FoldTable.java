
package io.github.cnnclassifier.workflow.crossvalidate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.cnnclassifier.dataset.split.Fold;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.report.CrossValidationFiles;
import io.github.cnnclassifier.report.HeldOutCsv;
import io.github.cnnclassifier.report.HeldOutRow;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.FinishedRun;
import io.github.cnnclassifier.workflow.PartialRows;
import io.github.cnnclassifier.workflow.RunSettings;

/**
 * The rows of the folds that are finished, in {@code predictions.csv.partial},
 * or in the finished table of an earlier run that goes on. Not thread-safe.
 */
final class FoldTable implements AutoCloseable {

	private final PartialRows rows;
	/** Whether all that is here stands in a report as well. */
	private boolean isReported;

	private FoldTable(final PartialRows rows) {
		this.rows = rows;
	}

	/**
	 * Finds out early what {@link #open} would complain about, and whether files
	 * of a report that is there may be replaced.
	 *
	 * @param output the folder
	 * @param existing what may become of earlier results
	 * @return whether they may: as that was asked for, or as they are those of a
	 *         finished run that goes on
	 * @throws UserFailure if there are rows that may not be replaced, or the
	 *           finished table that is there is of no run that can go on
	 * @throws IOException if the disk fails
	 */
	static boolean mayReplace(final Path output, final Existing existing)
		throws IOException
	{
		if (existing == Existing.REPLACED) return true;
		final Path table = CrossValidationFiles.predictions(output);
		if (existing == Existing.REFUSED) {
			PartialRows.requireNone(table, "A cross-validation");
			return false;
		}
		if (!Files.exists(table)) return false;
		if (PartialRows.isThere(table)) return isFinished(table);
		FinishedRun.settingsOf(table);
		return true;
	}

	private static boolean isFinished(final Path table) throws IOException {
		try {
			FinishedRun.settingsOf(table);
			return true;
		}
		catch (final UserFailure e) {
			// what is there is somebody else's
			return false;
		}
	}

	/**
	 * @param output the folder
	 * @return says that it has another report than that of the run that goes on
	 */
	static UserFailure otherReport(final Path output) {
		return new UserFailure("Expected a folder with nothing but the run that " +
			"goes on, found another report in '" + output +
			"'. Move it to another place: what is finished of this run is kept in '" +
			PartialRows.of(CrossValidationFiles.predictions(output)).getFileName() +
			"', and resume=true goes on with it.");
	}

	/**
	 * @param output the folder
	 * @param existing what may become of earlier results
	 * @param settings of this run
	 * @param csv of the rows
	 * @return with the rows that are continued; the caller closes it
	 * @throws UserFailure if another run is writing it, or what exists is of
	 *           other settings
	 * @throws IOException if the disk fails
	 */
	static FoldTable open(final Path output, final Existing existing,
		final RunSettings settings, final HeldOutCsv csv) throws IOException
	{
		final Path finished = CrossValidationFiles.predictions(output);
		final PartialRows rows = PartialRows.open(finished, settings, csv);
		boolean opened = false;
		try {
			final FoldTable table = new FoldTable(rows);
			if (existing == Existing.CONTINUED) table.goOn(output, finished,
				settings);
			else rows.begin();
			opened = true;
			return table;
		}
		finally {
			if (!opened) rows.closeUnused();
		}
	}

	private void goOn(final Path output, final Path finished,
		final RunSettings settings) throws IOException
	{
		if (rows.goOn()) {
			if (Files.exists(finished) && !FinishedRun.settingsOf(finished).equals(
				settings)) throw otherReport(output);
		}
		else if (Files.exists(finished)) {
			settings.requireSame(FinishedRun.settingsOf(finished), finished);
			rows.goOnFrom(finished);
			isReported = true;
		}
		else rows.begin();
	}

	private static PartialRows.Part part(final Fold fold) {
		return new PartialRows.Part(fold.repeat(), fold.number());
	}

	/**
	 * @param fold any
	 * @param names of the images that it holds out
	 * @return whether all of them are there, and at least one was predicted
	 */
	boolean isFinished(final Fold fold, final List<String> names) {
		return rows.isFinished(part(fold), names);
	}

	/**
	 * Adds a fold; its rows outlive this process.
	 *
	 * @param ofFold all rows of it
	 * @throws IOException if the disk is full or fails
	 */
	void add(final List<HeldOutRow> ofFold) throws IOException {
		isReported = false;
		rows.add(ofFold);
	}

	/**
	 * @param fold one that was added or continued
	 * @return its rows in the order of the table
	 */
	List<HeldOutRow> rows(final Fold fold) {
		return rows.rows(part(fold));
	}

	/**
	 * @return whether all rows were taken from the finished table, whose report
	 *         is there
	 */
	boolean isReported() {
		return isReported;
	}

	/** @return whether a second run of the same output would be noticed */
	boolean isLocked() {
		return rows.isLocked();
	}

	/**
	 * Removes the rows from the disk, once they are in the final table.
	 *
	 * @throws IOException if the disk fails
	 */
	void delete() throws IOException {
		rows.delete();
	}

	@Override
	public void close() throws IOException {
		rows.close();
	}
}
