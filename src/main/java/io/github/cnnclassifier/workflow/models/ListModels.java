
package io.github.cnnclassifier.workflow.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.ModelsFolder;

/**
 * Tells which models there are and what each says of itself. One that cannot be
 * used is a row with the reason, never the end of the list.
 */
public final class ListModels {

	/**
	 * @param named models that are listed whether they exist or not: files, or
	 *          names of shipped ones; copied
	 * @param folder whose model files are listed, too, without its sub-folders;
	 *          empty for none
	 */
	public record Request(List<Path> named, Optional<Path> folder) {

		/** Copies the list. */
		public Request {
			named = List.copyOf(named);
		}
	}

	/**
	 * @param rows the last trained first, those that came along behind them, and
	 *          those that cannot be used last; each model once; copied
	 */
	public record Result(List<ModelRow> rows) {

		/** Copies the list. */
		public Result {
			rows = List.copyOf(rows);
		}

		/** @return how many of them cannot be used */
		public int failed() {
			return (int) rows.stream().filter(row -> !row.isUsable()).count();
		}
	}

	private static final Comparator<ModelRow> ORDER = Comparator
		.<ModelRow> comparingInt(row -> !row.isUsable() ? 2 : row.isShipped() ? 1
			: 0).thenComparing(row -> row.date().map(date -> -date.toEpochSecond())
				.orElse(0L)).thenComparing(row -> row.file().toString());

	private final Progress progress;

	/** @param progress shows and cancels */
	public ListModels(final Progress progress) {
		this.progress = progress;
	}

	/**
	 * @param request which models
	 * @return a row for each
	 * @throws UserFailure if the folder is none
	 * @throws io.github.cnnclassifier.progress.CanceledException if the user
	 *           stopped
	 * @throws IOException if the folder cannot be looked into
	 */
	public Result run(final Request request) throws IOException {
		final Set<Path> models = new LinkedHashSet<>();
		for (final Path model : request.named()) {
			models.add(ShippedModel.isNamed(model) ? model : model.toAbsolutePath()
				.normalize());
		}
		if (request.folder().isPresent()) models.addAll(filesOf(request.folder()
			.get()));
		final List<ModelRow> rows = new ArrayList<>();
		for (final Path model : models) {
			progress.checkCanceled();
			progress.update((double) rows.size() / models.size(), "Reading " + model
				.getFileName());
			rows.add(ModelRow.of(model));
		}
		rows.sort(ORDER);
		return new Result(rows);
	}

	private static List<Path> filesOf(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) throw new UserFailure(
			"Expected a folder of model files, but '" + folder +
				"' is none. Mend the path.");
		return ModelsFolder.filesOf(folder.toAbsolutePath().normalize());
	}
}
