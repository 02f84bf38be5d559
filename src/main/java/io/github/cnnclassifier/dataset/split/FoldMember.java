
package io.github.cnnclassifier.dataset.split;

import java.util.Map;

/** What is put into one fold as a whole. */
public interface FoldMember {

	/** @return a name of its own, by which random numbers know it */
	String key();

	/** @return how many of each class are in it; only classes that have some */
	Map<String, Integer> counts();

	/** @return how many are in it */
	int size();
}
