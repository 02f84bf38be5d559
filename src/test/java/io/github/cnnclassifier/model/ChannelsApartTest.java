
package io.github.cnnclassifier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.NetworkPlan.Step;

/** Networks in which each channel goes its way by itself. */
class ChannelsApartTest {

	private static final String SPLIT = "{'type': 'split-channels'}";
	private static final String JOIN = "{'type': 'join-channels'}";
	private static final String CONV =
		"{'type': 'conv', 'filters': 5, 'kernel': 3}";
	private static final String FLATTEN = "{'type': 'flatten'}";
	private static final String LAST = "{'type': 'dense', 'units': 'classes'}";

	private static Architecture architecture(final String... layers) {
		return ArchitectureJson.read("test", ("{'layers': [" + String.join(", ",
			layers) + "]}").replace('\'', '"'));
	}

	private static NetworkPlan plan(final int channels, final String... layers) {
		return NetworkPlan.of(new NetworkSpec(architecture(layers), new InputShape(
			channels, 8, 6), 4));
	}

	@Test
	void whatIsWrittenIsReadTheSame() {
		final Architecture read = architecture(SPLIT, CONV, FLATTEN, JOIN, LAST);
		assertEquals(read, ArchitectureJson.read("test", ArchitectureJson.write(
			read)));
	}

	@Test
	void stepsBetweenHaveTheShapeOfOneChannelAndARowForEach() {
		final NetworkPlan plan = plan(3, SPLIT, CONV, FLATTEN,
			"{'type': 'dense', 'units': 7}", JOIN, LAST);
		assertEquals(List.of(List.of(1, 8, 6), List.of(5, 8, 6), List.of(240), List
			.of(7), List.of(21), List.of(4)), plan.steps().stream().map(Step::output)
				.toList());
		assertEquals(List.of(3, 3, 3, 3, 1, 1), plan.steps().stream().map(
			Step::rows).toList());
		assertEquals(List.of("split1", "conv1", "flatten1", "dense1", "join1",
			"dense2"), plan.steps().stream().map(Step::name).toList());
		assertEquals(21, plan.featureCount());
	}

	@Test
	void valuesAreCountedOnceForEachChannelAndWeightsOnceForAll() {
		final NetworkPlan plan = plan(3, SPLIT, CONV, FLATTEN, JOIN, LAST);
		assertEquals(3 * (48 + 240 + 240) + 720 + 4, plan.activationCount());
		assertEquals(5 * 9 + 5 + 720 * 4 + 4, plan.parameterCount());
	}

	@Test
	void stepsInsideOfABlockHaveARowForEachChannelToo() {
		final NetworkPlan plan = plan(3, SPLIT, "{'type': 'residual', 'body': [" +
			CONV + "]}", FLATTEN, JOIN, LAST);
		final Step block = plan.steps().get(1);
		assertEquals(3, block.rows());
		assertTrue(block.leaves().allMatch(s -> s.rows() == 3));
	}

	@Test
	void whatALayerGivesCanBeSplitToo() {
		final NetworkPlan plan = plan(2, CONV, SPLIT, FLATTEN, JOIN, LAST);
		assertEquals(List.of(1, 5, 5, 1, 1), plan.steps().stream().map(Step::rows)
			.toList());
		assertEquals(240, plan.featureCount());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '#', value = {
		"S, F, D | split1: join-channels must follow before the last dense layer", //
		"S, S, F, J, D | split2: channels can be split once only, and split1 does", //
		"S, F, J, S, D | split2: it needs an image, but its input is flat", //
		"F, S, D | split1: it needs an image, but its input is flat", //
		"F, J, D | join1: it needs split-channels somewhere before it", //
		"S, J, F, D | join1: it needs flat input; put flatten or global", //
		"S, F, J, J, D | join2: join1 has joined the channels already", //
		"S, F, J | the last layer: it must be a dense layer", //
		"R, F, D | its body may hold conv, depthwise-conv, batch-norm, activations and dropout, not split" })
	void whatDoesNotFitIsNamedWithTheReason(final String layers,
		final String reason)
	{
		final String[] types = layers.strip().split(", ");
		for (int i = 0; i < types.length; i++)
			types[i] = switch (types[i]) {
				case "S" -> SPLIT;
				case "J" -> JOIN;
				case "F" -> FLATTEN;
				case "R" -> "{'type': 'residual', 'body': [" + CONV + ", " + SPLIT +
					"]}";
				default -> LAST;
			};
		final String message = assertThrows(UserFailure.class, () -> plan(3, types))
			.getMessage();
		assertTrue(message.contains(reason), message);
	}

	@Test
	void moreValuesThanCanBeCountedAreRefused() {
		final NetworkSpec spec = new NetworkSpec(architecture(SPLIT, FLATTEN,
			"{'type': 'dense', 'units': 65536}", JOIN, LAST), new InputShape(40_000,
				2, 2), 4);
		final String message = assertThrows(UserFailure.class, () -> NetworkPlan.of(
			spec)).getMessage();
		assertTrue(message.contains("join1: it gives 2621440000 values"), message);
	}
}
