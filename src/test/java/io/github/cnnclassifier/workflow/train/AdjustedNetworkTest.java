
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.Adjustments;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;

/** A training of a preset with other kernels, filters, depth or dropout. */
class AdjustedNetworkTest {

	private static final Adjustments SMALL = new Adjustments(5, 4, 1, 0.1);

	@TempDir
	Path folder;

	private final List<String> told = new ArrayList<>();

	private void train(final Path images, final String start,
		final Adjustments adjustments) throws IOException
	{
		new TrainClassifier(CnnClassifier.tools(Progress.none()),
			new TrainingListener()
			{}, new Listening(told)).run(new TrainClassifier.Request(images, Set.of(),
				SplitOptions.DEFAULT, PreprocessingOptions.NONE, PlanePolicy.EACH,
				StartChoice.parse(start), new NetworkChoice("six-conv", adjustments),
				new TrainingSettings(1, 8, 0.01, Augmentation.NONE, true, 1),
				LearnFrom.TRAINING, model(), true, Optional.empty()));
	}

	private Path model() {
		return folder.resolve("model.zip");
	}

	@Test
	void itStartsFromRandomWeightsAndSaysWhy() throws IOException {
		train(TestImages.halves(folder.resolve("images"), 12, 1), "auto", SMALL);
		assertTrue(told.contains("Training starts from random weights, since " +
			"kernelSize=5, filters=4, depth=1, dropout=0.1 was asked for."), told
				.toString());
		final SavedClassifier trained = ModelArchive.read(model(),
			new Dl4jEngine());
		assertEquals("scratch", trained.description().training().settings().get(
			"start"));
		assertEquals(SMALL.applyTo(NetworkChoice.DEFAULT.architecture()), trained
			.description().architecture());
		assertTrue(trained.description().architecture().layers().containsAll(List
			.of(new Conv(4, 5, 1, 2, false), new Dropout(0.1))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "backbone", "parent.zip" })
	void layersOfAParentCannotBeAdjusted(final String start) {
		final String message = assertThrows(WrongUsage.class, () -> train(folder
			.resolve("no folder"), start, SMALL)).getMessage();
		assertTrue(message.contains("filters=4") && message.contains("start=" +
			start), message);
		assertFalse(Files.exists(model()));
	}

	@Test
	void anImpossibleOneIsRefusedBeforeAnyImageIsRead() {
		final String message = assertThrows(UserFailure.class, () -> train(folder
			.resolve("no folder"), "scratch", new Adjustments(0, 2000, 0,
				Adjustments.UNCHANGED_DROPOUT))).getMessage();
		assertTrue(message.contains("conv5: it would have 8000 filters"), message);
	}
}
