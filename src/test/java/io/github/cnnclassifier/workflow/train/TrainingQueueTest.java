
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Listening;

/** Trainings that wait for one another. */
@Timeout(60)
class TrainingQueueTest {

	private final TrainingQueue queue = new TrainingQueue();
	private final List<String> told = Collections.synchronizedList(
		new ArrayList<>());

	private TrainingControl control(final String name) {
		return new TrainingControl(name, new Listening(told));
	}

	private CompletableFuture<TrainingQueue.Turn> waiting(
		final TrainingControl control) throws InterruptedException
	{
		final CompletableFuture<TrainingQueue.Turn> turn = CompletableFuture
			.supplyAsync(() -> queue.await(control));
		while (!control.stage().status().startsWith("Waits"))
			TimeUnit.MILLISECONDS.sleep(5);
		return turn;
	}

	@Test
	void theFirstDoesNotWait() {
		queue.await(control("a.zip")).close();
		assertEquals(List.of(), told);
		assertEquals(List.of(), queue.running());
	}

	@Test
	void oneAfterTheOtherInTheOrderInWhichTheyCame() throws Exception {
		final TrainingQueue.Turn first = queue.await(control("a.zip"));
		final TrainingControl b = control("b.zip");
		final CompletableFuture<TrainingQueue.Turn> second = waiting(b);
		final TrainingControl c = control("c.zip");
		final CompletableFuture<TrainingQueue.Turn> third = waiting(c);
		assertEquals(List.of(b, c), queue.waiting());
		assertEquals("Waits until 'b.zip' has ended", c.stage().status());
		first.close();
		final TrainingQueue.Turn turn = second.get();
		assertFalse(third.isDone());
		turn.close();
		third.get().close();
		assertEquals(List.of("The training waits until 'a.zip' has ended.",
			"The training waits until 'b.zip' has ended."), told);
	}

	@Test
	void oneThatWaitsCanBeTakenAway() throws Exception {
		final TrainingQueue.Turn first = queue.begin(control("a.zip"));
		final TrainingControl b = control("b.zip");
		final CompletableFuture<TrainingQueue.Turn> second = waiting(b);
		b.stop();
		assertTrue(assertThrows(ExecutionException.class, second::get)
			.getCause() instanceof CanceledException);
		assertEquals(List.of(), queue.waiting());
		first.close();
	}

	@Test
	void whoCannotWaitRunsBesideTheOthers() {
		final TrainingQueue.Turn first = queue.begin(control("a.zip"));
		final TrainingQueue.Turn second = queue.begin(control("b.zip"));
		assertEquals(2, queue.running().size());
		first.close();
		second.close();
	}
}
