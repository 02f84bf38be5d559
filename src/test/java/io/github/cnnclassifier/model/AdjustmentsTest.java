
package io.github.cnnclassifier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Dropout;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.MaxPool;
import io.github.cnnclassifier.model.LayerSpec.Residual;

/** Networks that are made of others by kernel size, filters, depth, dropout. */
class AdjustmentsTest {

	private static final double AS_IS = Adjustments.UNCHANGED_DROPOUT;

	private static List<LayerSpec> adjusted(final String preset,
		final int kernelSize, final int filters, final int depth,
		final double dropout)
	{
		return new Adjustments(kernelSize, filters, depth, dropout).applyTo(Presets
			.named(preset)).layers();
	}

	private static Stream<LayerSpec> flat(final List<LayerSpec> layers) {
		return layers.stream().flatMap(l -> l instanceof final Residual r ? r.body()
			.stream() : Stream.of(l));
	}

	private static List<Integer> filters(final List<LayerSpec> layers) {
		return flat(layers).filter(Conv.class::isInstance).map(l -> ((Conv) l)
			.filters()).toList();
	}

	private static NetworkPlan plan(final List<LayerSpec> layers,
		final int side)
	{
		return NetworkPlan.of(new NetworkSpec(new Architecture("adjusted", layers),
			new InputShape(1, side, side), 10));
	}

	@Test
	void withoutAWishTheNetworkIsTheSame() {
		final Architecture preset = Presets.named("six-conv");
		assertSame(preset, Adjustments.NONE.applyTo(preset));
		assertTrue(Adjustments.NONE.isNone());
		assertEquals("", Adjustments.NONE.toString());
	}

	@ParameterizedTest
	@CsvSource({ "six-conv, 3, 32, 3", "tiny, 3, 16, 3", "lenet, 3, 32, 2",
		"residual, 3, 32, 3", "mobile, 3, 16, 5" })
	void whatAPresetHasAnywayChangesNothing(final String preset, final int kernel,
		final int filters, final int depth)
	{
		assertEquals(Presets.named(preset).layers(), adjusted(preset, kernel,
			filters, depth, AS_IS));
	}

	@Test
	void laterConvolutionsKeepTheirRatioToTheFirst() {
		assertEquals(List.of(8, 8, 16, 16, 32, 32), filters(adjusted("six-conv", 0,
			8, 0, AS_IS)));
		assertEquals(List.of(3, 6, 6), filters(adjusted("tiny", 0, 3, 0, AS_IS)));
		assertEquals(List.of(48, 48, 48, 96, 96, 192, 192), filters(adjusted(
			"residual", 0, 48, 0, AS_IS)));
		final Architecture narrowing = new Architecture("narrowing", List.of(
			new Conv(32, 3, 1, 1, true), new Conv(1, 3, 1, 1, true),
			new GlobalAveragePool(), new Dense(0)));
		assertEquals(List.of(4, 1), filters(new Adjustments(0, 4, 0, AS_IS).applyTo(
			narrowing).layers()));
	}

	@Test
	void kernelsGrowWithTheirPaddingAndThoseOfOnePixelStay() {
		final Architecture mixed = new Architecture("mixed", List.of(new Conv(4, 3,
			1, 1, true), new Conv(4, 5, 2, 0, false), new Conv(4, 1, 1, 0, true),
			new Residual(List.of(new Conv(4, 3, 1, 1, false))),
			new GlobalAveragePool(), new Dense(0)));
		assertEquals(List.of(new Conv(4, 7, 1, 3, true), new Conv(4, 7, 2, 0,
			false), new Conv(4, 1, 1, 0, true), new Residual(List.of(new Conv(4, 7, 1,
				3, false))), new GlobalAveragePool(), new Dense(0)), new Adjustments(7,
					0, 0, AS_IS).applyTo(mixed).layers());
	}

	@Test
	void ofMoreStagesTheFirstOnesStay() {
		assertEquals(List.of(32, 32), filters(adjusted("six-conv", 0, 0, 1,
			AS_IS)));
		assertEquals(List.of(16, 32), filters(adjusted("tiny", 0, 0, 2, AS_IS)));
		assertEquals(List.of(32, 32, 32), filters(adjusted("residual", 0, 0, 1,
			AS_IS)));
		// the head stays
		assertEquals(new Dropout(0.2), adjusted("six-conv", 0, 0, 1, AS_IS).get(8));
	}

	@Test
	void ofFewerStagesTheLastOneComesAgain() {
		assertEquals(List.of(32, 32, 64, 64, 128, 128, 128, 128), filters(adjusted(
			"six-conv", 0, 0, 4, AS_IS)));
		assertEquals(List.of(32, 64, 64, 64), filters(adjusted("lenet", 0, 0, 4,
			AS_IS)));
		assertEquals(List.of(32, 32, 32, 64, 64, 128, 128, 128, 128), filters(
			adjusted("residual", 0, 0, 4, AS_IS)));
	}

	@Test
	void aRepeatedStageWorksOnASmallerImage() {
		final List<LayerSpec> tiny = adjusted("tiny", 0, 0, 5, AS_IS);
		assertEquals(4, tiny.stream().filter(MaxPool.class::isInstance).count());
		assertEquals(List.of(16, 32, 32, 32, 32), filters(tiny));
		assertEquals(5, Stages.of(tiny, "tiny").stages().size());
		assertEquals(List.of(32, 2, 2), plan(tiny, 32).steps().get(18).output());
	}

	@ParameterizedTest
	@MethodSource("io.github.cnnclassifier.model.Presets#names")
	void everyNumberOfStagesIsFound(final String preset) {
		IntStream.rangeClosed(1, 6).forEach(depth -> {
			final List<LayerSpec> layers = adjusted(preset, 0, 0, depth, AS_IS);
			assertEquals(depth, Stages.of(layers, preset).stages().size());
			plan(layers, 128);
		});
	}

	@Test
	void dropoutStandsBeforeEachDenseLayer() {
		final List<LayerSpec> lenet = adjusted("lenet", 0, 0, 0, 0.5);
		assertEquals(List.of(new Dropout(0.5), new Dense(128)), lenet.subList(7,
			9));
		assertEquals(List.of(new Dropout(0.5), new Dense(0)), lenet.subList(10,
			12));
	}

	@Test
	void dropoutTakesThePlaceOfTheOneThatWasThere() {
		assertEquals(List.of(new Dropout(0.4)), adjusted("six-conv", 0, 0, 0, 0.4)
			.stream().filter(Dropout.class::isInstance).toList());
		assertTrue(adjusted("six-conv", 0, 0, 0, 0).stream().noneMatch(
			Dropout.class::isInstance));
	}

	@Test
	void theNameTellsWhatWasAskedFor() {
		assertEquals("tiny with kernelSize=5, filters=8, depth=2, dropout=0.25",
			new Adjustments(5, 8, 2, 0.25).applyTo(Presets.named("tiny")).name());
	}

	@ParameterizedTest
	@CsvSource({ "4, 0, 0, -1, kernelSize, 4", "33, 0, 0, -1, kernelSize, 33",
		"-1, 0, 0, -1, kernelSize, -1", "0, -2, 0, -1, filters, -2",
		"0, 5000, 0, -1, filters, 5000", "0, 0, 17, -1, depth, 17",
		"0, 0, -3, -1, depth, -3", "0, 0, 0, 1, dropout, 1.0",
		"0, 0, 0, -0.5, dropout, -0.5", "0, 0, 0, NaN, dropout, NaN" })
	void aNumberOutOfRangeIsNamed(final int kernelSize, final int filters,
		final int depth, final double dropout, final String key, final String found)
	{
		final String message = assertThrows(WrongUsage.class, () -> new Adjustments(
			kernelSize, filters, depth, dropout)).getMessage();
		assertTrue(message.startsWith("Expected " + key) && message.endsWith(
			"found " + found + "."), message);
	}

	@Test
	void anImpossibleLayerIsNamedWithItsReason() {
		final String message = assertThrows(UserFailure.class, () -> adjusted(
			"residual", 0, 2048, 0, AS_IS)).getMessage();
		assertTrue(message.contains(
			"residual3.conv1: it would have 8192 filters, since it has 128 now"),
			message);
		final String tooDeep = assertThrows(UserFailure.class, () -> plan(adjusted(
			"six-conv", 0, 0, 6, AS_IS), 28)).getMessage();
		assertTrue(tooDeep.contains("maxpool5") && tooDeep.contains(
			"fewer pooling layers"), tooDeep);
	}

	@Test
	void aNetworkWithoutConvolutionsHasNothingToAdjust() {
		final Architecture linear = new Architecture("linear", List.of(
			new GlobalAveragePool(), new Dense(0)));
		for (final Adjustments a : List.of(new Adjustments(3, 0, 0, AS_IS),
			new Adjustments(0, 8, 0, AS_IS), new Adjustments(0, 0, 2, AS_IS)))
		{
			final String message = assertThrows(UserFailure.class, () -> a.applyTo(
				linear)).getMessage();
			assertTrue(message.startsWith("The network 'linear with " + a), message);
		}
		assertEquals(List.of(new GlobalAveragePool(), new Dropout(0.3), new Dense(
			0)), new Adjustments(0, 0, 0, 0.3).applyTo(linear).layers());
	}

	@Test
	void aChoiceIsWrittenAsAUserWritesIt() {
		assertEquals("network=tiny", NetworkChoice.of("tiny").toString());
		assertEquals("depth=4", new NetworkChoice("six-conv", new Adjustments(0, 0,
			4, AS_IS)).toString());
		assertEquals("network=tiny, depth=4", new NetworkChoice("tiny",
			new Adjustments(0, 0, 4, AS_IS)).toString());
	}
}
