pipeline {
    agent any
    stages {
        stage('Build') {
            steps {
                sh 'make {'
            }
        }
    }
}
def call(Map config = [:]) {
    echo "x ${config.a}"
}
