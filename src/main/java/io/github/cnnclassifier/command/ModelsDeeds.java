
package io.github.cnnclassifier.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.LabelValue;
import io.github.cnnclassifier.ui.ModelUse;
import io.github.cnnclassifier.ui.models.ModelsWindow;
import io.github.cnnclassifier.workflow.ModelDetails;
import io.github.cnnclassifier.workflow.models.DeleteModel;
import io.github.cnnclassifier.workflow.models.ListModels;
import io.github.cnnclassifier.workflow.models.ModelPictures;
import io.github.cnnclassifier.workflow.models.ModelRow;
import io.github.cnnclassifier.workflow.models.RecentModels;
import io.github.cnnclassifier.workflow.models.RenameModel;

/** What the window of models asks for. */
final class ModelsDeeds implements ModelsWindow.Host {

	private final RecentModels recent = RecentModels.ofUser();
	private final DeleteModel.Bin bin;

	/** @param bin takes models that are deleted */
	ModelsDeeds(final DeleteModel.Bin bin) {
		this.bin = bin;
	}

	@Override
	public List<ModelRow> list() throws IOException {
		return new ListModels(Progress.none()).run(ModelsCommand.all()).rows();
	}

	@Override
	public List<SampleImage> pictures(final Path model) throws IOException {
		return new ModelPictures(CnnClassifier.tools(Progress.none()).reader(),
			recent).of(model);
	}

	@Override
	public List<LabelValue> details(final Path model) {
		return ModelDetails.read(model);
	}

	@Override
	public Path rename(final Path model, final String name) throws IOException {
		final Path now = new RenameModel(Progress.none()).run(
			new RenameModel.Request(model, name)).model();
		recent.renamed(model, now);
		return now;
	}

	@Override
	public DeleteModel.Result delete(final Path model, final boolean forGood)
		throws IOException
	{
		// a row of a file that is gone is only to be forgotten
		final DeleteModel.Result result = Files.notExists(model)
			? new DeleteModel.Result(true, Optional.empty()) : new DeleteModel(bin,
				Progress.none()).run(new DeleteModel.Request(model, forGood));
		if (result.done()) recent.forget(model);
		return result;
	}

	@Override
	public void use(final ModelUse use, final Path model) {
		TrainedModels.use(model, use);
	}

	@Override
	public void compare(final Path model, final Path other) {
		DialogPresets.open(CompareCommand.LABEL, Map.of("model", model.toFile(),
			"other", other.toFile()));
	}
}
