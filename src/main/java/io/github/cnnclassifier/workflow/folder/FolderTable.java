
package io.github.cnnclassifier.workflow.folder;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cnnclassifier.inference.ResultSink;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.report.CsvRows;
import io.github.cnnclassifier.report.FolderFeatureCsv;
import io.github.cnnclassifier.report.PredictionCsv;
import io.github.cnnclassifier.report.PredictionRow;
import io.github.cnnclassifier.report.PredictionRows;

/**
 * The table of a folder while it is made, and beside it that of the features,
 * where they are wanted: each image has a row in both. Not thread-safe.
 */
final class FolderTable implements ResultSink, AutoCloseable {

	/**
	 * A table of features while it is made.
	 *
	 * @param table closed with this
	 * @param csv makes its rows
	 */
	record Features(GrowingTable table, FolderFeatureCsv csv) {
	}

	private final GrowingTable table;
	private final PredictionCsv csv;
	private final Optional<Features> features;

	/**
	 * @param table of classes; closed with this
	 * @param csv makes its rows
	 * @param features empty if they are not wanted
	 */
	FolderTable(final GrowingTable table, final PredictionCsv csv,
		final Optional<Features> features)
	{
		this.table = table;
		this.csv = csv;
		this.features = features;
	}

	/**
	 * @param name of a row
	 * @return whether there is all that is wanted of it already: a killed run may
	 *         have left a row in one of two tables
	 */
	boolean has(final String name) {
		return table.has(name) && features.stream().allMatch(f -> f.table().has(
			name));
	}

	@Override
	public boolean wantsFeatures() {
		return features.isPresent();
	}

	/**
	 * Adds a row for what could not even be looked for.
	 *
	 * @param name of a folder
	 * @param reason for the user
	 * @throws IOException if the disk fails
	 */
	void missing(final String name, final String reason) throws IOException {
		table.add(name, csv.failedRow(name, reason), PredictionRow.FAILED);
		if (features.isPresent()) features.get().table().add(name, features.get()
			.csv().failedRow(name, reason), PredictionRow.FAILED);
	}

	@Override
	public void classified(final int index, final String name,
		final Prediction prediction) throws IOException
	{
		table.add(name, csv.row(name, prediction), csv.answer(prediction));
	}

	@Override
	public void classified(final int index, final String name,
		final Prediction prediction, final float[] values) throws IOException
	{
		classified(index, name, prediction);
		final Features wanted = features.orElseThrow();
		wanted.table().add(name, wanted.csv().row(name, prediction, values),
			FeatureFormat.PRESENT);
	}

	@Override
	public void failed(final int index, final String name, final String reason)
		throws IOException
	{
		missing(name, reason);
	}

	@Override
	public void flush() throws IOException {
		table.flush();
		if (features.isPresent()) features.get().table().flush();
	}

	/** @return how many rows have this answer */
	int count(final int answer) {
		return table.count(answer);
	}

	/**
	 * Makes the tables appear under their names, that of the features first. No
	 * row can be added afterwards.
	 *
	 * @throws IOException if the disk fails; the rows stay where they are
	 */
	void finish() throws IOException {
		if (features.isPresent()) features.get().table().finish();
		table.finish();
	}

	/**
	 * @return the answers of the finished table, in order
	 * @throws IOException if the disk fails
	 */
	List<PredictionRow> answers() throws IOException {
		final List<PredictionRow> answers = new ArrayList<>();
		final PredictionRows rows = csv.rowsBelow(csv.header()).orElseThrow();
		try (InputStream in = Files.newInputStream(table.output())) {
			CsvRows.read(new BufferedInputStream(in), 0, (start, length, text) -> {
				rows.parse(text).filter(row -> !row.isFailed()).ifPresent(answers::add);
				return true;
			});
		}
		return answers;
	}

	/** Unless they were finished, leaves the rows for a later run. */
	@Override
	public void close() throws IOException {
		try {
			table.close();
		}
		finally {
			if (features.isPresent()) features.get().table().close();
		}
	}
}
