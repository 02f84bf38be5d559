
package io.github.cnnclassifier.ui.models;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.workflow.models.ModelRow;

/**
 * The pictures of models: each is drawn once, for as long as what is known of
 * its model is the same. Used on the event thread.
 */
final class ModelIcons {

	/** Draws a picture in the background. */
	@FunctionalInterface
	interface Drawing {

		/**
		 * @param model that can be used
		 * @param drawn gets the picture, or why there is none, on the event thread
		 */
		void begin(Path model, Consumer<ItemOutcome<ModelIcon>> drawn);
	}

	private final Drawing drawing;
	private final Consumer<Path> changed;
	/** What each picture is of, that is drawn or being drawn. */
	private final Map<Path, ModelRow> wanted = new HashMap<>();
	private final Map<Path, ItemOutcome<ModelIcon>> icons = new HashMap<>();

	/**
	 * @param drawing draws what is missing
	 * @param changed told of a model that has another picture now
	 */
	ModelIcons(final Drawing drawing, final Consumer<Path> changed) {
		this.drawing = drawing;
		this.changed = changed;
	}

	/**
	 * Draws what is missing, and once more what could not be drawn.
	 *
	 * @param rows all models that there are
	 */
	void want(final List<ModelRow> rows) {
		final List<Path> files = rows.stream().map(ModelRow::file).toList();
		wanted.keySet().retainAll(files);
		icons.keySet().retainAll(files);
		for (final ModelRow row : rows)
			if (row.isUsable() && !isDone(row)) draw(row);
	}

	private boolean isDone(final ModelRow row) {
		return row.equals(wanted.get(row.file())) && of(row.file()).filter(
			ItemOutcome::isFailed).isEmpty();
	}

	private void draw(final ModelRow row) {
		wanted.put(row.file(), row);
		drawing.begin(row.file(), icon -> {
			// of a model that is gone, or was replaced meanwhile
			if (!row.equals(wanted.get(row.file()))) return;
			icons.put(row.file(), icon);
			changed.accept(row.file());
		});
	}

	/**
	 * @param model of a row
	 * @return its picture, or why there is none; empty if it is not drawn yet
	 */
	Optional<ItemOutcome<ModelIcon>> of(final Path model) {
		return Optional.ofNullable(icons.get(model));
	}
}
