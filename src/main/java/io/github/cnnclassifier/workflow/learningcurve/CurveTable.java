
package io.github.cnnclassifier.workflow.learningcurve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.report.HeldOutCsv;
import io.github.cnnclassifier.report.LearningCurveFiles;
import io.github.cnnclassifier.workflow.Existing;
import io.github.cnnclassifier.workflow.PartialRows;
import io.github.cnnclassifier.workflow.RunSettings;
import io.github.cnnclassifier.workflow.train.DividedData;
import io.github.cnnclassifier.workflow.train.LearningSettings;

/**
 * The predictions of the trainings that are finished, in
 * {@code learning_curve.csv.partial}, so that a curve that was stopped goes on.
 */
final class CurveTable {

	private CurveTable() {}

	/**
	 * Finds out early what {@link #open} would complain about, and whether the
	 * files of the curve can be written.
	 *
	 * @param request of a user
	 * @throws UserFailure if there are trainings or files that may not be
	 *           replaced
	 * @throws IOException if the disk fails
	 */
	static void requireUsable(final MeasureLearningCurve.Request request)
		throws IOException
	{
		try {
			LearningCurveFiles.requireWritable(request.output(), request
				.existing() == Existing.REPLACED, request.images());
		}
		catch (final ExistingFile e) {
			// a finished curve is replaced by none that goes on
			throw request.existing() != Existing.CONTINUED ? e : new UserFailure(
				"Expected a learning curve to go on with, found one that is finished, " +
					"or other files of its names, in '" + request.output() +
					"'. Choose another folder, or start anew with overwrite=true " +
					"instead of resume=true.");
		}
		final Path table = LearningCurveFiles.table(request.output());
		if (request.existing() == Existing.REFUSED) PartialRows.requireNone(table,
			"A learning curve");
	}

	/**
	 * @param request of a user
	 * @param data that was divided
	 * @param csv of the rows
	 * @return with the trainings that are continued; the caller closes it
	 * @throws UserFailure if another run is writing it, or what exists is of
	 *           other settings
	 * @throws IOException if the disk fails
	 */
	static PartialRows open(final MeasureLearningCurve.Request request,
		final DividedData data, final HeldOutCsv csv) throws IOException
	{
		final PartialRows rows = PartialRows.open(LearningCurveFiles.table(request
			.output()), settings(request, data), csv);
		boolean opened = false;
		try {
			if (request.existing() != Existing.CONTINUED || !rows.goOn()) rows
				.begin();
			opened = true;
			return rows;
		}
		finally {
			if (!opened) rows.closeUnused();
		}
	}

	private static RunSettings settings(
		final MeasureLearningCurve.Request request, final DividedData data)
		throws IOException
	{
		final Map<String, String> settings = LearningSettings.ofImages(data
			.survey(), data.grouping());
		settings.put("sides", LearningSettings.hash(sides(data)));
		settings.put("steps", String.valueOf(request.steps()));
		settings.put("repeats", String.valueOf(request.repeats()));
		settings.putAll(LearningSettings.ofTraining(request.planes(), request
			.recipe()));
		return new RunSettings(settings);
	}

	private static String sides(final DividedData data) {
		return data.split().hashes().entrySet().stream().map(side -> side.getKey()
			.label() + List.copyOf(side.getValue())).sorted().collect(Collectors
				.joining("\n"));
	}
}
