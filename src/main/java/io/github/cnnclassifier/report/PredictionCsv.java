
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.nio.file.Path;

import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/**
 * Writes the table of a classified folder row by row:
 * {@code file,class,confidence,p_<class>...,error}. Not thread-safe.
 */
public final class PredictionCsv implements AutoCloseable {

	private PredictionCsv() {}

	public static PredictionCsv create(final Path target,
		final ClassLabels labels) throws IOException
	{
		throw new UnsupportedOperationException();
	}

	public void classified(final String file, final Prediction prediction)
		throws IOException
	{}

	public void failed(final String file, final String reason)
		throws IOException
	{}

	/** Makes the file appear. */
	public void finish() throws IOException {}

	@Override
	public void close() throws IOException {}
}
