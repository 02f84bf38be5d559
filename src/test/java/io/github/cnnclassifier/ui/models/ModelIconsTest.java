
package io.github.cnnclassifier.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.workflow.models.ModelRow;

/** Pictures of models are drawn when a model is new or another one. */
class ModelIconsTest {

	private static final ItemOutcome<ModelIcon> ICON = ItemOutcome.of(
		() -> new ModelIcon(List.of()));

	private final List<String> drawn = new ArrayList<>();
	private final Map<Path, Consumer<ItemOutcome<ModelIcon>>> begun =
		new HashMap<>();
	private final List<Path> changed = new ArrayList<>();
	private final ModelIcons icons = new ModelIcons((model, done) -> {
		drawn.add(model.toString());
		begun.put(model, done);
	}, changed::add);

	private static ModelRow row(final String file, final String date) {
		return new ModelRow(Path.of(file), file, List.of("a", "b"), Optional
			.empty(), Optional.of(OffsetDateTime.parse(date)), "", false, "");
	}

	private static final ModelRow CELLS = row("cells.zip",
		"2026-01-01T12:00:00Z");
	private static final ModelRow DIRT = row("dirt.zip", "2026-01-02T12:00:00Z");

	@Test
	void aSecondLookDrawsNothing() {
		icons.want(List.of(CELLS, DIRT));
		begun.values().forEach(done -> done.accept(ICON));
		icons.want(List.of(DIRT, CELLS));
		assertEquals(List.of("cells.zip", "dirt.zip"), drawn);
		assertSame(ICON, icons.of(CELLS.file()).orElseThrow());
	}

	@Test
	void whatIsBeingDrawnIsNotBegunOnceMore() {
		icons.want(List.of(CELLS));
		icons.want(List.of(CELLS));
		assertEquals(List.of("cells.zip"), drawn);
		assertTrue(icons.of(CELLS.file()).isEmpty());
	}

	@Test
	void aModelThatWasTrainedAnewIsDrawnAnew() {
		icons.want(List.of(CELLS, DIRT));
		begun.values().forEach(done -> done.accept(ICON));
		icons.want(List.of(row("cells.zip", "2026-02-01T12:00:00Z"), DIRT));
		assertEquals(List.of("cells.zip", "dirt.zip", "cells.zip"), drawn);
	}

	@Test
	void aPictureOfTheFormerModelIsNotTakenForThatOfTheNextOne() {
		icons.want(List.of(CELLS));
		final Consumer<ItemOutcome<ModelIcon>> former = begun.get(CELLS.file());
		icons.want(List.of(row("cells.zip", "2026-02-01T12:00:00Z")));
		former.accept(ICON);
		assertTrue(icons.of(CELLS.file()).isEmpty());
		assertTrue(changed.isEmpty());
		begun.get(CELLS.file()).accept(ICON);
		assertEquals(List.of(CELLS.file()), changed);
	}

	@Test
	void whatFailedIsTriedAgainAndWhatIsGoneIsForgotten() {
		icons.want(List.of(CELLS, DIRT));
		begun.get(CELLS.file()).accept(ItemOutcome.of(() -> {
			throw new IOException("no disk");
		}));
		begun.get(DIRT.file()).accept(ICON);
		icons.want(List.of(CELLS));
		assertEquals(List.of("cells.zip", "dirt.zip", "cells.zip"), drawn);
		assertTrue(icons.of(DIRT.file()).isEmpty());
	}
}
