
package io.github.cnnclassifier.workflow.label;

/**
 * A class that crops can be given, and the key for it.
 *
 * @param label the name of the class
 * @param key 1 to 9, then the lower-case letters; 0 (the number zero as a
 *          value, not the character) for a class beyond all of them, which has
 *          no key
 */
public record LabelClass(String label, char key) {
}
