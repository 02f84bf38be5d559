
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.Columns;
import io.github.cnnclassifier.report.Table;
import io.github.cnnclassifier.storage.Outputs;

/** How far two people agree who have labeled the same crops. */
public final class CompareAnnotators {

	/**
	 * What is asked for.
	 *
	 * @param first the labels of the first one: a list with the columns path and
	 *          class, such as labeling makes
	 * @param second the labels of the second one
	 * @param output CSV file for the crops that they see differently; empty for
	 *          none
	 * @param overwrite whether an existing file may be replaced
	 */
	public record Request(Path first, Path second, Optional<Path> output,
			boolean overwrite)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param agreement figures and conflicts
	 * @param conflicts a row for each conflict: {@code crop,first,second}
	 */
	public record Result(AnnotatorAgreement agreement, Table conflicts) {
	}

	private final Progress progress;

	/** @param progress is told what the figures rest on */
	public CompareAnnotators(final Progress progress) {
		this.progress = progress;
	}

	/**
	 * Compares.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws WrongUsage if the output would replace what is read
	 * @throws UserFailure if a file is no list of labels, no crop has a label in
	 *           both, or the output exists or cannot be written
	 * @throws IOException if the disk fails
	 */
	public Result run(final Request request) throws IOException {
		if (request.output().isPresent()) {
			Outputs.requireOther("output", request.output().get(), request.first(),
				request.second());
			Outputs.requireWritableFile(request.output().get(), request.overwrite());
		}
		final AnnotatorAgreement agreement = AnnotatorLabels.agreement(
			AnnotatorLabels.read(request.first()), AnnotatorLabels.read(request
				.second()));
		final Columns<AnnotatorAgreement.Conflict> columns = new Columns<>();
		columns.add("crop", AnnotatorAgreement.Conflict::crop);
		columns.add("first", AnnotatorAgreement.Conflict::first);
		columns.add("second", AnnotatorAgreement.Conflict::second);
		final Table conflicts = columns.table(agreement.conflicts());
		if (request.output().isPresent()) conflicts.writeCsv(request.output()
			.get());
		if (agreement.onlyFirst() + agreement.onlySecond() > 0) progress.message(
			"Compared are the " + agreement.both() + " crops that both have " +
				"labeled; " + agreement.onlyFirst() +
				" have a label in the first list " + "alone, " + agreement
					.onlySecond() + " in the second alone.");
		if (Double.isNaN(agreement.kappa())) progress.message(
			"Kappa is not defined, as both have used a single class, the same one.");
		return new Result(agreement, conflicts);
	}
}
