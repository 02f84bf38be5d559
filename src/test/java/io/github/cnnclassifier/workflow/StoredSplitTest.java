
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.TrainingRecord;

class StoredSplitTest {

	private static ClassifierDescription model(final String hash) {
		return new ClassifierDescription("cells", new ClassLabels(List.of("a",
			"b")), new Architecture("one", List.of(new LayerSpec.Flatten(),
				new LayerSpec.Dense(0))), new Preprocessing(4, 4, 1, ChannelRule.GRAY,
					new IntensityRange(0, 255)), 8, null, new TrainingRecord(1, Map.of(),
						1, List.of(), new DatasetRecord("00", "none", Map.of("test", List
							.of(hash)), Map.of()), Map.of(), "2026-01-31T12:34:56Z"), Map
								.of());
	}

	@Test
	void theSidesOfAModelComeBack() {
		assertEquals(Side.TEST, StoredSplit.toKeep(model("v00ff00ff00ff00f"))
			.sideOf("v00ff00ff00ff00f"));
	}

	@Test
	void aModelWhoseImagesCannotBeRecognizedSaysSo() {
		final String message = assertThrows(UserFailure.class, () -> StoredSplit
			.toKeep(model("00ff00ff00ff00ff"))).getMessage();
		assertTrue(message.contains("'cells'") && message.contains("new split"),
			message);
	}
}
