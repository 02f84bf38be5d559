
package io.github.cnnclassifier.workflow.tune;

import io.github.cnnclassifier.workflow.train.GroupQuestion;
import io.github.cnnclassifier.workflow.train.GuessedGroups;

/** Remembers what a person has answered, and for how long it was thought of. */
final class AskedOnce implements GroupQuestion {

	private final GroupQuestion person;
	private boolean refused;
	private long nanos;

	/** @param person who is asked */
	AskedOnce(final GroupQuestion person) {
		this.person = person;
	}

	@Override
	public Answer ask(final GuessedGroups guess) {
		final long begin = System.nanoTime();
		final Answer answer = person.ask(guess);
		nanos += System.nanoTime() - begin;
		refused = answer == Answer.SEPARATE;
		return answer;
	}

	/** @return whether groups were guessed, and refused */
	boolean refused() {
		return refused;
	}

	/** @return how long the answer took */
	long nanos() {
		return nanos;
	}
}
