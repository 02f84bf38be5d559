
package io.github.cnnclassifier.workflow.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.TrainingImages;
import io.github.cnnclassifier.model.TrainingRecord;

/** Model files of two classes, written in a moment. */
public final class SmallModels {

	/** What a training says that somebody has stopped. */
	public static final Map<String, String> STOPPED = Map.of("training",
		"stopped at epoch 6 of 60", "kept", "epoch 5, the best one so far");

	private SmallModels() {}

	public static Path write(final Path file, final String date)
		throws IOException
	{
		return write(file, date, Map.of("training", "all epochs done"));
	}

	/** 45 validation images, of which 40 are right. */
	public static Path write(final Path file, final String date,
		final Map<String, String> settings) throws IOException
	{
		final ClassifierDescription description = new ClassifierDescription("small",
			new ClassLabels(List.of("mitotic", "other")), new Architecture("small",
				List.of(new Conv(4, 3, 1, 1, true), new Relu(), new GlobalAveragePool(),
					new Dense(0))), new Preprocessing(16, 16, 1, ChannelRule.GRAY,
						new IntensityRange(0, 255)), null, TrainingImages.ofBitDepth(8),
			new TrainingRecord(1, settings, 5, List.of(), new DatasetRecord("00ff",
				"none", Map.of("training", List.of(), "validation", hashes(45), "test",
					List.of()), Map.of("mitotic", 3, "other", 4)), Map.of(), date), Map
						.of("validation.accuracy", 40.0 / 45));
		ModelArchive.write(file, new SavedClassifier(description, RandomWeights.of(
			description.networkSpec(), 3)), new ReferenceEngine());
		return file;
	}

	private static List<String> hashes(final int count) {
		return Collections.nCopies(count, "v0123456789abcde");
	}
}
