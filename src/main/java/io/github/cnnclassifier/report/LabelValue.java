
package io.github.cnnclassifier.report;

/**
 * One line of a description, such as "Network" and "six-conv".
 *
 * @param label what it is
 * @param value plain text
 */
public record LabelValue(String label, String value) {
}
