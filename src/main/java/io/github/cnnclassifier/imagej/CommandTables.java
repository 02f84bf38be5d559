
package io.github.cnnclassifier.imagej;

import java.util.function.Consumer;
import java.util.function.Predicate;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.report.ConfusionCounts;
import io.github.cnnclassifier.report.Table;

/**
 * Where the rows of a command go. Macros, scripts and programs find them in
 * ImageJ's own Results table, where {@code nResults} and {@code getResult} read
 * them, with a display or without. A person who filled a dialog gets a window
 * for each kind of thing, whose title tells what it is of, and the Results
 * table is left to measurements.
 */
public final class CommandTables {

	private final boolean forPerson;

	/** @param forPerson whether a person has filled the dialog of the command */
	public CommandTables(final boolean forPerson) {
		this.forPerson = forPerson;
	}

	/**
	 * Appends rows. Those of one call follow each other, whatever other runs
	 * append.
	 *
	 * @param title of the window for a person
	 * @param rows of any columns
	 * @return the table that has them now
	 */
	public ResultsTable append(final String title, final Table rows) {
		return append(title, rows, RowPlaces.NONE);
	}

	/**
	 * The same, for rows about things that can be shown.
	 *
	 * @param title of the window for a person
	 * @param rows of any columns
	 * @param places of the rows, shown to a person who clicks on one
	 * @return the table that has them now
	 */
	public ResultsTable append(final String title, final Table rows,
		final RowPlaces places)
	{
		return forPerson ? OwnTable.append(title, rows, places) : TableRows.append(
			rows);
	}

	/**
	 * Appends predictions. A person finds those of one model in one window, whose
	 * title tells the image, or how many images they are of.
	 *
	 * @param model its name
	 * @param image that was classified
	 * @param rows of any columns
	 * @param places of the rows, shown to a person who clicks on one
	 * @return the table that has them now
	 */
	ResultsTable predictions(final String model, final ImagePlus image,
		final Table rows, final RowPlaces places)
	{
		return forPerson ? OwnTable.appendPredictions(model, image.getID(), image
			.getTitle(), rows, places) : TableRows.append(rows);
	}

	/**
	 * Begins the table of a run whose rows come one after the other, or adds the
	 * next of them. A person gets a window for each run, and no other one when it
	 * was closed while the run goes on.
	 *
	 * @param begun what this returned for the rows before; null for the first
	 * @param title of the window for a person
	 * @param rows of any columns
	 * @return the table that has them now; ImageJ empties a table whose window is
	 *         closed
	 */
	public ResultsTable goOn(final ResultsTable begun, final String title,
		final Table rows)
	{
		if (!forPerson) return TableRows.append(rows);
		if (!(begun instanceof final OwnTable own)) return apart(title, rows);
		own.addUnlessClosed(rows);
		return own;
	}

	/**
	 * @param title of the window for a person
	 * @param evaluation of a side
	 * @return a table of its figures alone
	 */
	public ResultsTable figures(final String title, final Evaluation evaluation) {
		return alone(title, EvaluationTable::isOne, table -> EvaluationTable.fill(
			table, evaluation));
	}

	/**
	 * @param title of the window for a person; nobody else sees one
	 * @param result of an evaluation
	 * @return a table of how often each class was taken for each: the actual ones
	 *         in rows. Never the Results table
	 */
	public ResultsTable confusion(final String title,
		final EvaluationResult result)
	{
		return apart(title, ConfusionCounts.of(result));
	}

	/**
	 * @param title of the window for a person
	 * @param rows of any columns
	 * @param ours tells of the Results table whether its rows are of the same
	 *          kind and so need not be kept
	 * @return a table of these rows alone
	 */
	ResultsTable alone(final String title, final Predicate<ResultsTable> ours,
		final Consumer<ResultsTable> rows)
	{
		if (forPerson) return OwnTable.of(title, rows);
		final ResultsTable results = ResultsTable.getResultsTable();
		synchronized (results) {
			SystemResults.empty(ours);
			rows.accept(results);
		}
		return results;
	}

	/**
	 * @param title of the window for a person; nobody else sees one
	 * @param rows of any columns
	 * @return a table of these rows alone. Never the Results table
	 */
	public ResultsTable apart(final String title, final Table rows) {
		return apart(title, table -> TableRows.append(table, rows));
	}

	/** The same, for rows that are shown in a form of their own. */
	ResultsTable apart(final String title, final Consumer<ResultsTable> rows) {
		if (forPerson) return OwnTable.of(title, rows);
		final ResultsTable table = new ResultsTable();
		rows.accept(table);
		return table;
	}

	/**
	 * Shows what a run that ended early has found out: the host shows outputs of
	 * whole runs only.
	 *
	 * @param table as one of these methods returned it
	 */
	public static void show(final ResultsTable table) {
		if (table == ResultsTable.getResultsTable()) SystemResults.show(table);
	}
}
