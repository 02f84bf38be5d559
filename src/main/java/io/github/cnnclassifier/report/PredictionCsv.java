
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.commons.csv.CSVPrinter;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.storage.PendingFile;

/**
 * Writes the table of a classified folder row by row:
 * {@code file,class,confidence,p_<class>...,error}. Rows stand in the order of
 * the calls, so that memory does not grow with the folder.
 * <p>
 * The file appears, whole, on {@link #finish()}. Closed without that, as when
 * an exception or a cancellation ends the loop, it leaves nothing behind, and a
 * file of an earlier run as it was. Not thread-safe.
 */
public final class PredictionCsv implements AutoCloseable {

	private final ClassLabels labels;
	private final PendingFile file;
	private final CSVPrinter csv;

	private PredictionCsv(final ClassLabels labels, final PendingFile file)
		throws IOException
	{
		this.labels = labels;
		this.file = file;
		this.csv = CsvFormat.printer(file.out());
		writeHeader();
	}

	/**
	 * @param target the table; an existing one is replaced on {@link #finish()}
	 * @param labels of the classifier
	 * @return an open table with its header row; the caller closes it
	 * @throws IOException if the folder of the target cannot be written to
	 */
	public static PredictionCsv create(final Path target,
		final ClassLabels labels) throws IOException
	{
		final PendingFile file = PendingFile.open(target);
		try {
			return new PredictionCsv(labels, file);
		}
		catch (final IOException e) {
			file.close();
			throw e;
		}
	}

	private void writeHeader() throws IOException {
		csv.print("file");
		csv.print("class");
		csv.print("confidence");
		for (final String name : labels.names()) {
			csv.print("p_" + name);
		}
		csv.print("error");
		csv.println();
	}

	/**
	 * Adds a row with an empty {@code error}.
	 *
	 * @param name what stands in the column {@code file}
	 * @param prediction one probability per class
	 * @throws IllegalArgumentException if the number of probabilities is not that
	 *           of the classes
	 * @throws IOException if the disk fails
	 */
	public void classified(final String name, final Prediction prediction)
		throws IOException
	{
		final float[] probabilities = prediction.probabilities();
		if (probabilities.length != labels.size())
			throw new IllegalArgumentException("Expected " + labels.size() +
				" probabilities, got " + probabilities.length);
		csv.print(name);
		csv.print(labels.name(prediction.labelIndex()));
		csv.print(Decimals.four(prediction.confidence()));
		for (final float p : probabilities) {
			csv.print(Decimals.four(p));
		}
		csv.print("");
		csv.println();
	}

	/**
	 * Adds a row with nothing but file and error.
	 *
	 * @param name what stands in the column {@code file}
	 * @param reason why it could not be classified, never empty
	 * @throws IOException if the disk fails
	 */
	public void failed(final String name, final String reason)
		throws IOException
	{
		csv.print(name);
		for (int i = 0; i < labels.size() + 2; i++) {
			csv.print("");
		}
		csv.print(reason);
		csv.println();
	}

	/**
	 * Makes the table appear under its name. No row can be added afterwards.
	 *
	 * @throws IOException if the disk fails; the target is then as it was
	 */
	public void finish() throws IOException {
		csv.flush();
		file.commit();
	}

	/** Drops the table unless it was finished. */
	@Override
	public void close() throws IOException {
		file.close();
	}
}
