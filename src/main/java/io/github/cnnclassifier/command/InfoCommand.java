
package io.github.cnnclassifier.command;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.LayerTable;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.ModelDetails;
import io.github.cnnclassifier.workflow.OpenModel;

/** Tells what a model file says of itself, and what would compute it here. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	InfoCommand.LABEL, headless = true)
public final class InfoCommand extends ClassifierCommand {

	static final String LABEL = "CNN Classifier Info...";

	@Parameter(label = "Model", attrs = { @Attr(name = DIALOG_DEFAULT,
		value = ShippedModel.DIGITS), @Attr(name = KNOWN_MODELS) },
		description = InputText.MODEL_HELP)
	private File model;

	@Parameter(type = ItemIO.OUTPUT, label = "Info")
	private String info;

	/** Takes its inputs from the host. */
	public InfoCommand() {
		super(LABEL);
	}

	@Override
	protected Outcome execute(final Progress progress) {
		final ClassifierDescription description = OpenModel.describe(required(
			"model", model));
		final List<String> lines = new ArrayList<>();
		ModelDetails.of(description).forEach(d -> lines.add(d.label() + ": " + d
			.value()));
		lines.add("computed here with: " + CnnClassifier.tools(progress).engine()
			.description());
		lines.addAll(LayerTable.of(NetworkPlan.of(description.networkSpec())));
		info = String.join("\n", lines);
		return new Outcome(lines, 0);
	}
}
