
package io.github.cnnclassifier.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.engine.SeenInputs;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.training.TrainingSettings;

/** Features that several trainings on overlapping images share. */
class FrozenFeaturesTest {

	private static final int ALL = 30;
	private static final int VIEWS = 8;
	private static final long VIEW_SEED = 77;

	private final SeenInputs engine = new SeenInputs(new ReferenceEngine());
	private final List<String> told = new ArrayList<>();

	/** The images from one number on learn, those before it validate. */
	private HeadTraining.Result train(final FrozenFeatures kept,
		final Augmentation augmentation, final int first, final long seed,
		final Preprocessing preprocessing)
	{
		return new HeadTraining(DarkAndBright.transfer(), new TrainingSettings(1, 4,
			0.01, augmentation, true, seed), engine, kept.of(DarkAndBright.parent(),
				preprocessing), new Listening(told)).train(new TrainingSet(DarkAndBright
					.samples(first, ALL, preprocessing)), new ValidationSet(DarkAndBright
						.samples(0, first, preprocessing)));
	}

	private HeadTraining.Result train(final FrozenFeatures kept,
		final Augmentation augmentation, final int first, final long seed)
	{
		return train(kept, augmentation, first, seed, DarkAndBright.PREPROCESSING);
	}

	private static void assertSame(final HeadTraining.Result expected,
		final HeadTraining.Result found)
	{
		assertEquals(expected.figures(), found.figures());
		found.weights().tensors().forEach(t -> assertArrayEquals(expected.weights()
			.get(t.name()).data(), t.data(), t.name()));
	}

	private static boolean isSame(final HeadTraining.Result a,
		final HeadTraining.Result b)
	{
		return a.weights().tensors().stream().allMatch(t -> Arrays.equals(t.data(),
			b.weights().get(t.name()).data()));
	}

	@Test
	void eachImageIsSeenOnceWhicheverSideItIsOn() {
		final FrozenFeatures kept = new FrozenFeatures();
		for (final int first : new int[] { 4, 10, 8 })
			train(kept, Augmentation.NONE, first, first);
		assertEquals(ALL, engine.count());
		assertEquals(ALL, engine.different());
		assertFalse(told.get(0).contains("before"), told.toString());
		assertTrue(told.get(2).contains(
			" (30 of 30 views of them were computed before), fitted in "), told
				.toString());
	}

	@Test
	void eachChangedViewIsSeenOnceByThoseThatShareASeedOfViews() {
		final FrozenFeatures kept = new FrozenFeatures().seededBy(VIEW_SEED);
		train(kept, Augmentation.LIGHT, 4, 1);
		train(kept, Augmentation.LIGHT, 10, 2);
		// of the first four nothing but what they are is ever asked for
		assertEquals((ALL - 4) * VIEWS + 4, engine.count());
		assertEquals(engine.count(), engine.different());
	}

	@Test
	void whatIsSharedChangesNoBit() {
		final FrozenFeatures kept = new FrozenFeatures().seededBy(VIEW_SEED);
		train(kept, Augmentation.LIGHT, 4, 1);
		final HeadTraining.Result shared = train(kept, Augmentation.LIGHT, 9, 2);
		final HeadTraining.Result alone = train(new FrozenFeatures().seededBy(
			VIEW_SEED), Augmentation.LIGHT, 9, 2);
		assertSame(alone, shared);
	}

	@Test
	void withoutASharedSeedOfViewsAnotherSeedShowsOtherViews() {
		final FrozenFeatures kept = new FrozenFeatures();
		final HeadTraining.Result first = train(kept, Augmentation.LIGHT, 4, 1);
		final int before = engine.count();
		assertFalse(isSame(first, train(kept, Augmentation.LIGHT, 4, 2)));
		assertEquals((ALL - 4) * (VIEWS - 1), engine.count() - before);
		assertSame(first, train(kept, Augmentation.LIGHT, 4, 1));
		assertEquals((ALL - 4) * (VIEWS - 1), engine.count() - before);
	}

	@Test
	void whatIsPreparedInAnotherWaySharesNothing() {
		final FrozenFeatures kept = new FrozenFeatures();
		train(kept, Augmentation.NONE, 4, 1);
		final Preprocessing other = DarkAndBright.preprocessing(200);
		final HeadTraining.Result found = train(kept, Augmentation.NONE, 4, 1,
			other);
		assertEquals(2 * ALL, engine.count());
		assertSame(train(new FrozenFeatures(), Augmentation.NONE, 4, 1, other),
			found);
	}

	@Test
	void whereThereIsNoRoomFeaturesAreComputedAgainAndAreTheSame() {
		final FrozenFeatures none = new FrozenFeatures(() -> 0);
		final HeadTraining.Result first = train(none, Augmentation.LIGHT, 4, 1);
		final int once = engine.count();
		assertSame(first, train(none, Augmentation.LIGHT, 4, 1));
		assertEquals(2 * once, engine.count());
		assertEquals(0, none.bytes());
	}

	@Test
	void theRoomIsNeverExceededAndWhatWasNotAskedForGoesFirst() {
		final long room = 10_000;
		final FrozenFeatures kept = new FrozenFeatures(() -> room);
		train(kept, Augmentation.NONE, 4, 1);
		final Preprocessing other = DarkAndBright.preprocessing(200);
		train(kept, Augmentation.NONE, 4, 1, other);
		assertTrue(kept.bytes() > 0 && kept.bytes() <= room, kept.bytes() +
			" bytes");
		final int before = engine.count();
		train(kept, Augmentation.NONE, 10, 1, other);
		assertEquals(before, engine.count());
		train(kept, Augmentation.NONE, 10, 1);
		assertEquals(before + ALL, engine.count());
	}
}
