
package io.github.cnnclassifier.imagej;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.report.LearningRateFiles;
import io.github.cnnclassifier.training.LearningRateCurve;

/** The table of a search for a learning rate as ImageJ shows it. */
public final class LearningRateWindows {

	/** For ImageJ, below 0: so many digits and a power of ten. */
	private static final int SCIENTIFIC = -2;

	private LearningRateWindows() {}

	/**
	 * @param tables of the command
	 * @param name of the labeled images
	 * @param curve of the search
	 * @return a new table with a row for each step
	 */
	public static ResultsTable curve(final CommandTables tables,
		final String name, final LearningRateCurve curve)
	{
		return tables.apart("Learning rates for " + name, table -> {
			TableRows.append(table, LearningRateFiles.table(curve));
			// four decimals would be 0.0000 in the first third of the rows
			if (table.size() > 0) table.setDecimalPlaces(table.getColumnIndex(
				LearningRateFiles.RATE), SCIENTIFIC);
		});
	}
}
