
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.label.AnnotatorAgreement;
import io.github.cnnclassifier.workflow.label.CompareAnnotators;

/** Tells how far two people agree who have labeled the same crops. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	CompareAnnotatorsCommand.LABEL, headless = true)
public final class CompareAnnotatorsCommand extends ClassifierCommand {

	static final String LABEL = "Compare CNN Annotators...";

	@Parameter(label = "Labels of the first one", style = "open",
		description = "A list of labels, such as labels.csv of a labeling")
	private File first;

	@Parameter(label = "Labels of the second one", style = "open",
		persist = false, description = "A list of labels of the same crops")
	private File second;

	@Parameter(label = "Table of conflicts (optional)", style = "save",
		required = false, persist = false,
		description = "A CSV file; gets a row for each crop that they see " +
			"differently")
	private File output = new File("");

	@Parameter(label = "Overwrite an existing table", persist = false,
		description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Conflicts")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public CompareAnnotatorsCommand() {
		super(LABEL);
	}

	@Override
	public String subject() {
		return isMissing(first) ? "" : first.getName();
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		final CompareAnnotators.Result result = new CompareAnnotators(progress).run(
			new CompareAnnotators.Request(required("first", first), required("second",
				second), optional(output), overwrite));
		table = tables().append("Conflicts of " + nameOf(first) + " and " + nameOf(
			second), result.conflicts());
		summary = line(result.agreement());
		progress.message(summary);
		return new Outcome(List.of(summary), 0);
	}

	private static String line(final AnnotatorAgreement agreement) {
		return String.format(Locale.ROOT,
			"both=%d agreed=%d conflicts=%d kappa=%s low=%s high=%s only_first=%d " +
				"only_second=%d", agreement.both(), agreement.agreed(), agreement
					.conflicts().size(), four(agreement.kappa()), four(agreement.low()),
			four(agreement.high()), agreement.onlyFirst(), agreement.onlySecond());
	}

	private static String four(final double figure) {
		return Double.isNaN(figure) ? "none" : String.format(Locale.ROOT, "%.4f",
			figure);
	}
}
