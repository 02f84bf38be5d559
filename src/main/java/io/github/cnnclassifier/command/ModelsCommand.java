
package io.github.cnnclassifier.command;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.imagej.Caller;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.Table;
import io.github.cnnclassifier.ui.models.ModelsWindow;
import io.github.cnnclassifier.ui.models.SystemBin;
import io.github.cnnclassifier.workflow.ModelsFolder;
import io.github.cnnclassifier.workflow.models.ListModels;
import io.github.cnnclassifier.workflow.models.ModelsTable;
import io.github.cnnclassifier.workflow.models.RecentModels;

/** Tells which models there are; from the menu in a window of its own. */
@Plugin(type = Command.class, menuPath = "Plugins>CNN Classifier>" +
	ModelsCommand.LABEL, headless = true)
public final class ModelsCommand extends ClassifierCommand {

	static final String LABEL = "CNN Models...";

	@Parameter(label = "Folder of models", style = "directory", required = false,
		persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "Only its model files; empty: those that were trained or " +
			"used last, and those of the folder CNN models in the home folder")
	private File folder = new File("");

	@Parameter(label = "Save table as", style = "save", required = false,
		persist = false, visibility = ItemVisibility.INVISIBLE,
		description = "A CSV file: one row per model")
	private File output = new File("");

	@Parameter(label = "Overwrite an existing table", persist = false,
		visibility = ItemVisibility.INVISIBLE,
		description = InputText.OVERWRITE_HELP)
	private boolean overwrite = false;

	@Parameter(type = ItemIO.OUTPUT, label = "Models")
	private ResultsTable table;

	@Parameter(type = ItemIO.OUTPUT, label = "Summary")
	private String summary;

	/** Takes its inputs from the host. */
	public ModelsCommand() {
		super(LABEL);
	}

	/** @return all that are listed if nobody names a folder */
	static ListModels.Request all() {
		final List<Path> named = new ArrayList<>(RecentModels.ofUser().all());
		named.add(Path.of(ShippedModel.DIGITS));
		return new ListModels.Request(named, Optional.of(ModelsFolder.ofUser())
			.filter(Files::isDirectory));
	}

	@Override
	protected Outcome execute(final Progress progress) throws IOException {
		if (Hosts.hasWindow() && !Caller.now().isMacro() && isMissing(folder) &&
			isMissing(output))
		{
			ModelsWindow.open(new ModelsDeeds(new SystemBin()));
			return new Outcome(List.of(), 0);
		}
		new ResultFiles().add("output", output).require(overwrite, null);
		final ListModels.Result result = new ListModels(progress).run(isMissing(
			folder) ? all() : new ListModels.Request(List.of(), optional(folder)));
		final Table rows = ModelsTable.of(result.rows());
		table = tables().append("Models", rows);
		if (!isMissing(output)) rows.writeCsv(path(output));
		summary = "models=" + result.rows().size() + " failed=" + result.failed();
		final List<String> lines = new ArrayList<>(lines(rows));
		lines.add(summary);
		return new Outcome(lines, result.failed(), "model");
	}

	private static List<String> lines(final Table rows) throws IOException {
		final ByteArrayOutputStream csv = new ByteArrayOutputStream();
		rows.writeCsv(csv);
		return csv.toString(StandardCharsets.UTF_8).lines().toList();
	}
}
