
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

class RepeatedTrainingTest {

	@TempDir
	Path folder;

	@Test
	void exactTrainingGivesTheSameWeightsBitForBit() throws IOException {
		final Path images = TestImages.halves(folder.resolve("images"), 12, 1);
		final Path first = folder.resolve("first.zip");
		final Path second = folder.resolve("second.zip");
		final Path other = folder.resolve("other.zip");
		CommandLineRun.train(images, first, "exact=true", "augmentation=light",
			"seed=4").endsWith(0);
		CommandLineRun.train(images, second, "exact=true", "augmentation=light",
			"seed=4").endsWith(0);
		CommandLineRun.train(images, other, "exact=true", "augmentation=light",
			"seed=5").endsWith(0);
		assertSameWeights(first, second);
		assertFalse(Arrays.equals(weights(first).tensors().get(0).data(), weights(
			other).tensors().get(0).data()));
	}

	static void assertSameWeights(final Path first, final Path second) {
		final Weights expected = weights(first);
		for (final Tensor t : weights(second).tensors())
			assertArrayEquals(expected.get(t.name()).data(), t.data(), 0f, t.name());
	}

	private static Weights weights(final Path model) {
		return ModelArchive.read(model, CnnClassifier.tools(Progress.none())
			.engine()).weights();
	}
}
